import { describe, expect, it } from 'vitest';
import { alignFace } from '../src/align/align-face.js';
import { DLIB_150 } from '../src/align/chip-templates.js';
import { createDetector } from '../src/detect/create-detector.js';
import type { FaceDetection } from '../src/detect/face-detection.js';
import { FaceEmbedder } from '../src/embed/face-embedder.js';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { ENGINE_KINDS, type EngineId } from '../src/engine/engine-kinds.js';
import { FaceEngine } from '../src/engine/face-engine.js';
import { obstacleTo } from '../src/face-api/tfjs-packages.js';
import { decodeImage } from '../src/image/decode-image.js';
import { ImageLevels } from '../src/image/image-levels.js';
import { rawDistance, verify } from '../src/match/verify.js';
import { cropOf, SAME_WOMAN, samplePhoto, singleFace } from './sample-photos.js';

const PACK = MODEL_PACKS['faceapi-128'];
/** Overlap over union of what two engines found of one face. */
const SAME_BOX = 0.98;
const SAME_POINT_PX = 0.5;

const obstacleOf = (engine: EngineId) => (engine === 'onnx' ? null : obstacleTo(engine));

async function levelsOf(photo: Buffer): Promise<ImageLevels> {
  return new ImageLevels((await decodeImage(photo)).pixels);
}

/** Both photos: a group of three, and one face that the search looks at twice. */
const photos = async () => [await levelsOf(samplePhoto(1)), await levelsOf(await singleFace().png().toBuffer())];

function overlap({ box: a }: FaceDetection, { box: b }: FaceDetection): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/**
 * One suite for every engine; the ONNX engine is what the others are compared with. Each engine has a test file of its
 * own, because face-api runs on one backend a process.
 */
export function testEngine(engine: EngineId): void {
  describe(`the engine ${engine}`, () => describeEngine(engine));
}

function describeEngine(engine: EngineId): void {
  const obstacle = obstacleOf(engine);
  const test = obstacle === null ? it : it.skip;
  const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;

  test.each(ENGINE_KINDS[engine].detectors)(
    `finds with %s what ONNX finds, point by point${note}`,
    async (detector) => {
      const reference = await createDetector({ engine: 'onnx', detector, threads: 1 });
      const finder = await createDetector({ engine, detector, threads: 1 });
      for (const levels of await photos()) {
        const expected = await reference.detect(levels, { minFacePx: 130 });
        const found = await finder.detect(levels, { minFacePx: 130 });
        expect(expected.length).toBeGreaterThan(0);
        expect(found).toHaveLength(expected.length);
        found.forEach((face, index) => {
          expect(overlap(face, expected[index])).toBeGreaterThan(SAME_BOX);
          expect(face.score).toBeCloseTo(expected[index].score, 3);
          face.landmarks.forEach(([x, y], point) => {
            const [expectedX, expectedY] = expected[index].landmarks[point];
            expect(Math.hypot(x - expectedX, y - expectedY)).toBeLessThan(SAME_POINT_PX);
          });
        });
      }
    },
  );

  test(`makes the same 128 numbers of a chip to 1e-4, their length included${note}`, async () => {
    const levels = await levelsOf(samplePhoto(1));
    const detector = await createDetector({ engine: 'onnx', detector: 'mtcnn', threads: 1 });
    const reference = await FaceEmbedder.create('onnx', PACK, 1);
    const embedder = await FaceEmbedder.create(engine, PACK, 1);
    const faces = await detector.detect(levels, { minFacePx: 130 });
    expect(faces).toHaveLength(3);
    for (const { landmarks } of faces) {
      const chip = alignFace(levels, landmarks, DLIB_150);
      const [expected, found] = [await reference.embed(chip), await embedder.embed(chip)];
      const difference = found.vector.map((value, index) => Math.abs(value - expected.vector[index]));
      expect(Math.max(...difference)).toBeLessThan(1e-4);
      expect(rawDistance(found, expected)).toBeLessThan(1e-3);
      expect(found.modelId).toBe(expected.modelId);
    }
  });

  test(`tells a person from another through the whole chain${note}`, async () => {
    const chain = await FaceEngine.create({ engine, pack: 'faceapi-128', workers: 1 });
    try {
      const images = await Promise.all(
        SAME_WOMAN.map(({ photo, crop }) => cropOf(samplePhoto(photo), crop).jpeg({ quality: 92 }).toBuffer()),
      );
      const [one, other, stranger] = await Promise.all(
        [...images, await singleFace().jpeg({ quality: 92 }).toBuffer()].map(async (image) => {
          const capture = await chain.capture(image, { pad: 'FLAG' });
          if (capture.outcome !== 'CAPTURED') throw new Error(`ended as ${capture.outcome}`);
          return capture.embedding;
        }),
      );
      const point = chain.operatingPoint('VERIFY');
      expect(verify(one, [other], point).similarity).toBeGreaterThan(verify(one, [stranger], point).similarity ?? 1);
      expect(verify(one, [stranger], point).outcome).toBe('NON_MATCH');
    } finally {
      await chain.close();
    }
  });
}
