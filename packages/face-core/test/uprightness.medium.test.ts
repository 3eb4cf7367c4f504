import { beforeAll, describe, expect, it } from 'vitest';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { FacePipeline } from '../src/pipeline/face-pipeline.js';
import { cropOf, samplePhoto } from './sample-photos.js';

/** Faces that the detector finds the right way up and on their heads; without a look at which it is, both were taken. */
const FACES = [
  [1, { x: 1351, y: 61, width: 455, height: 512 }],
  [2, { x: 1306, y: 23, width: 457, height: 513 }],
  [4, { x: 151, y: 55, width: 402, height: 536 }],
] as const;

let pipeline: FacePipeline;

beforeAll(async () => {
  const pack = MODEL_PACKS['mobilefacenet-192'];
  pipeline = await FacePipeline.create({ engine: 'onnx', detector: 'mtcnn', pack, threads: 1 });
});

const capture = async (photo: number, crop: (typeof FACES)[number][1], degrees: number) =>
  pipeline.capture(await cropOf(samplePhoto(photo), crop).rotate(degrees).png().toBuffer(), { pad: 'OFF' });

describe('a picture that stands on its head', () => {
  it.each(FACES)('is refused with that reason and makes no embedding (sample %i)', async (photo, crop) => {
    const turned = await capture(photo, crop, 180);
    expect(turned).toMatchObject({ outcome: 'LOW_QUALITY', quality: { reasons: ['NOT_UPRIGHT'] } });
    expect(turned).not.toHaveProperty('embedding');
  });

  it.each(FACES)('is taken once it is the right way up (sample %i)', async (photo, crop) => {
    expect(await capture(photo, crop, 0)).toMatchObject({ outcome: 'CAPTURED' });
  });
});
