import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { FacePipeline } from '../src/pipeline/face-pipeline.js';
import { singleFace } from './sample-photos.js';

let pipeline: FacePipeline;
let photo: Buffer;

beforeAll(async () => {
  pipeline = await FacePipeline.create(MODEL_PACKS['mobilefacenet-192'], 1);
  photo = await singleFace().png().toBuffer();
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
  it('as it is, is acceptable', async () => {
    expect(await assess(blur, 0)).toMatchObject({ outcome: 'CAPTURED', quality: { isAcceptable: true, reasons: [] } });
  });

  it.each([
    ['blurred', blur, 6, 'BLURRED'],
    ['dark', dim, 0.87, 'TOO_DARK'],
    ['burnt out', brighten, 0.28, 'OVER_EXPOSED'],
    ['in fog', flatten, 0.8, 'LOW_CONTRAST'],
    ['far away', shrink, 0.83, 'FACE_TOO_SMALL'],
    ['cut off', cutOff, 0.62, 'FACE_CUT_OFF'],
  ] as const)('because it is %s, is refused with the reason', async (_what, fault, strength, reason) => {
    const { outcome, quality } = await assess(fault, strength);
    expect(outcome).toBe('LOW_QUALITY');
    expect(quality?.reasons).toContain(reason);
  });
});
