import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaceLandmarks } from '../src/detect/face-detection.js';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { FacePipeline } from '../src/pipeline/face-pipeline.js';
import { singleFace } from './sample-photos.js';

let pipeline: FacePipeline;
let photo: Buffer;
let landmarks: FaceLandmarks;

beforeAll(async () => {
  pipeline = await FacePipeline.create({
    engine: 'onnx',
    detector: 'mtcnn',
    pack: MODEL_PACKS['mobilefacenet-192'],
    threads: 1,
  });
  photo = await singleFace().png().toBuffer();
  const found = await pipeline.capture(photo, { pad: 'OFF' });
  if (found.detection === null) throw new Error('There is no face in the sample photo.');
  landmarks = found.detection.landmarks;
});

/** Worse and worse versions of one good photo. */
type Fault = (image: Sharp, strength: number) => Sharp;

const blur: Fault = (image, sigma) => (sigma === 0 ? image : image.blur(sigma));
const dim: Fault = (image, share) => image.linear(1 - share, 0);
const brighten: Fault = (image, share) => image.linear(1 + 4 * share, 120 * share);
const flatten: Fault = (image, share) => image.linear(1 - share, 128 * share);
const shrink: Fault = (image, share) => image.resize(Math.round(600 * (1 - share)));
const cutOff: Fault = (image, share) =>
  image.extract({ left: 0, top: 0, width: Math.round(600 - 390 * share), height: 450 });
const drawnOver = (image: Sharp, shapes: string): Sharp =>
  image.composite([{ input: Buffer.from(`<svg width="600" height="450">${shapes}</svg>`), left: 0, top: 0 }]);
/** A cloth that is pulled up from the chin by so many distances between the eyes. */
const coverOf =
  (colour: string): Fault =>
  (image, height) => {
    const [[rightX, rightY], [leftX, leftY]] = landmarks;
    const unit = Math.hypot(leftX - rightX, leftY - rightY);
    const [x, chinY] = [(rightX + leftX) / 2 - unit, (rightY + leftY) / 2 + 1.9 * unit];
    const cloth = `<rect x="${x}" y="${chinY - height * unit}" width="${2 * unit}" height="${height * unit}" fill="${colour}"/>`;
    return drawnOver(image, cloth);
  };
const cover = coverOf('#6ea0d2');
/** The fault in a photo of greys. */
const withoutColour =
  (fault: Fault): Fault =>
  (image, strength) =>
    fault(image, strength).greyscale();
/** Lids of the colour of skin, more and more opaque, with lashes at their lower edge. */
const closeEyes: Fault = (image, opacity) => {
  const unit = Math.hypot(landmarks[1][0] - landmarks[0][0], landmarks[1][1] - landmarks[0][1]);
  const lids = [landmarks[0], landmarks[1]].map(
    ([x, y]) =>
      `<g opacity="${opacity}"><ellipse cx="${x}" cy="${y}" rx="${0.28 * unit}" ry="${0.15 * unit}" fill="#c89b85"/>` +
      `<path d="M${x - 0.2 * unit} ${y + 0.05 * unit} h${0.4 * unit}" stroke="#5a3c32" stroke-width="${0.03 * unit}"/></g>`,
  );
  return drawnOver(image, lids.join(''));
};
const tilt: Fault = (image, degrees) => image.rotate(degrees, { background: '#808080' });

async function assess(fault: Fault, strength: number) {
  const bytes = await fault(sharp(photo), strength).png().toBuffer();
  const { outcome, quality } = await pipeline.capture(bytes, { pad: 'OFF' });
  return { outcome, quality };
}

describe('under a growing fault', () => {
  it.each([
    ['sharpness', 'blur', blur, [0, 1, 2, 4], 'falls'],
    ['brightness', 'less light', dim, [0, 0.3, 0.6, 0.85], 'falls'],
    ['underExposedShare', 'less light', dim, [0, 0.6, 0.8, 0.87], 'rises'],
    ['brightness', 'too much light', brighten, [0, 0.1, 0.2, 0.3], 'rises'],
    ['overExposedShare', 'too much light', brighten, [0, 0.1, 0.2, 0.3], 'rises'],
    ['contrast', 'fog', flatten, [0, 0.3, 0.6, 0.8], 'falls'],
    ['interEyeDistancePx', 'distance', shrink, [0, 0.3, 0.5, 0.7], 'falls'],
    ['visibleShare', 'the edge of the frame', cutOff, [0.5, 0.54, 0.6, 0.62], 'falls'],
    ['mouthCoverage', 'a cloth before the mouth', cover, [0, 0.95, 1.1, 1.4], 'rises'],
    ['mouthDetail', 'a cloth before the mouth', coverOf('#a02020'), [0, 0.95, 1.1, 1.4], 'falls'],
    ['eyeOpenness', 'closing lids', closeEyes, [0, 0.5, 0.75, 1], 'falls'],
    ['rollDegrees', 'a tilted head', tilt, [0, 12, 24, 36], 'rises'],
  ] as const)('%s under %s', async (name, _what, fault, strengths, direction) => {
    const values: number[] = [];
    for (const strength of strengths) {
      const { quality } = await assess(fault, strength);
      values.push(quality?.measures.find((measure) => measure.name === name)?.value ?? Number.NaN);
    }
    const sign = direction === 'falls' ? -1 : 1;
    for (let i = 1; i < values.length; i += 1) {
      expect(sign * (values[i] - values[i - 1]), `${name}: ${values.join(', ')}`).toBeGreaterThan(0);
    }
  });
});

describe('a photo that is beyond use', () => {
  it('of closed eyes is taken, with advice', async () => {
    const { outcome, quality } = await assess(closeEyes, 1);
    expect(outcome).toBe('CAPTURED');
    expect(quality).toMatchObject({ isAcceptable: true, reasons: ['EYES_CLOSED'] });
  });

  it('as it is, is acceptable', async () => {
    expect(await assess(blur, 0)).toMatchObject({ outcome: 'CAPTURED', quality: { isAcceptable: true, reasons: [] } });
  });

  it.each([
    ['blurred', blur, 6, 'BLURRED'],
    ['dark', dim, 0.87, 'TOO_DARK'],
    ['burnt out', brighten, 0.28, 'OVER_EXPOSED'],
    ['in fog', flatten, 0.8, 'LOW_CONTRAST'],
    ['far away', shrink, 0.83, 'FACE_TOO_SMALL'],
    ['masked', cover, 1.4, 'OCCLUDED'],
    ['masked in red', coverOf('#a02020'), 1.4, 'OCCLUDED'],
    ['masked in black', coverOf('#151515'), 1.4, 'OCCLUDED'],
    ['masked in a photo without colour', withoutColour(cover), 1.4, 'OCCLUDED'],
    ['cut off', cutOff, 0.62, 'FACE_CUT_OFF'],
  ] as const)('because it is %s, is refused with the reason', async (_what, fault, strength, reason) => {
    const { outcome, quality } = await assess(fault, strength);
    expect(outcome).toBe('LOW_QUALITY');
    expect(quality?.reasons).toContain(reason);
  });
});
