import { beforeAll, describe, expect, it } from 'vitest';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { FacePipeline } from '../src/pipeline/face-pipeline.js';
import { cropOf, SAME_WOMAN, samplePhoto, singleFace } from './sample-photos.js';

const create = (): Promise<FacePipeline> =>
  FacePipeline.create({ engine: 'onnx', detector: 'mtcnn', pack: MODEL_PACKS.fusion, threads: 1 });

describe('a pipeline that keeps the inputs of its nets', () => {
  let photos: Buffer[];

  beforeAll(async () => {
    const [first] = SAME_WOMAN;
    const other = cropOf(samplePhoto(first.photo), first.crop);
    photos = [await singleFace().png().toBuffer(), await other.png().toBuffer()];
  });

  it('gives each photo the result of a pipeline that saw no other, to the last bit', async () => {
    const used = await create();
    for (const photo of [...photos, ...photos]) {
      const fresh = await create();
      const [capture, expected] = [
        await used.capture(photo, { pad: 'FLAG' }),
        await fresh.capture(photo, { pad: 'FLAG' }),
      ];
      if (capture.outcome !== 'CAPTURED' || expected.outcome !== 'CAPTURED') throw new Error(capture.outcome);
      expect(capture.embedding.vector).toEqual(expected.embedding.vector);
      expect({ ...capture, embedding: null, timings: null }).toEqual({ ...expected, embedding: null, timings: null });
      const [frame, expectedFrame] = [await used.observe(photo), await fresh.observe(photo)];
      expect(frame).toEqual(expectedFrame);
      expect(frame.outcome).toBe('OBSERVED');
    }
  });
});
