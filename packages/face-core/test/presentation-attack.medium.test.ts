import { beforeAll, describe, expect, it, vi } from 'vitest';
import { MODEL_PACKS } from '../src/embed/model-packs.js';
import { PassivePad } from '../src/pad/passive-pad.js';
import { FacePipeline } from '../src/pipeline/face-pipeline.js';
import { cropOf, samplePhoto, singleFace } from './sample-photos.js';

let pipeline: FacePipeline;
/** A real woman, cut out so tightly that the net, for want of surroundings, takes her for a picture. */
let suspect: Buffer;

beforeAll(async () => {
  pipeline = await FacePipeline.create({
    engine: 'onnx',
    detector: 'mtcnn',
    pack: MODEL_PACKS['mobilefacenet-192'],
    threads: 1,
  });
  suspect = await cropOf(samplePhoto(3), { x: 900, y: 100, width: 480, height: 480 }).jpeg({ quality: 90 }).toBuffer();
});

describe('a face below the threshold', () => {
  it('ends the capture under REFUSE, without an embedding', async () => {
    const result = await pipeline.capture(suspect, { pad: 'REFUSE' });
    expect(result).toMatchObject({ outcome: 'PRESENTATION_ATTACK', faces: 1, pad: { outcome: 'ATTACK' } });
    expect(result).not.toHaveProperty('embedding');
    expect(result.timings.embedMs).toBeUndefined();
  });

  it('is reported and goes on under FLAG, and is not looked for under OFF', async () => {
    const flagged = await pipeline.capture(suspect, { pad: 'FLAG' });
    expect(flagged).toMatchObject({ outcome: 'CAPTURED', pad: { outcome: 'ATTACK' } });
    const unseen = await pipeline.capture(suspect, { pad: 'OFF' });
    expect(unseen).toMatchObject({ outcome: 'CAPTURED', pad: null });
  });
});

describe('a score that is missing', () => {
  it('ends the capture under REFUSE and under FLAG', async () => {
    const missing = { outcome: 'UNDECIDED', score: null, threshold: 0.5, modelId: 'pad-faceplugin' } as const;
    const judge = vi.spyOn(PassivePad.prototype, 'judge').mockResolvedValue(missing);
    const photo = await singleFace().jpeg().toBuffer();
    for (const pad of ['REFUSE', 'FLAG'] as const) {
      const result = await pipeline.capture(photo, { pad });
      expect(result).toMatchObject({ outcome: 'PRESENTATION_ATTACK', pad: { outcome: 'UNDECIDED' } });
      expect(result).not.toHaveProperty('embedding');
    }
    judge.mockRestore();
    expect((await pipeline.capture(photo, { pad: 'REFUSE' })).outcome).toBe('CAPTURED');
  });
});
