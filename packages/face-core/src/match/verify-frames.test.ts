import type { OperatingPoint } from '@rollcall/models';
import { describe, expect, it } from 'vitest';
import { createEmbedding, type Embedding } from '../embed/embedding.js';
import { verify } from './verify.js';
import { verifyFrames } from './verify-frames.js';

const MODEL = 'test-model';
const point = { id: 'p', modelId: MODEL, threshold: 0.6 } as OperatingPoint;
const at = (degrees: number, modelId = MODEL): Embedding => {
  const angle = (degrees * Math.PI) / 180;
  return createEmbedding(modelId, Float32Array.of(Math.cos(angle), Math.sin(angle)));
};

describe('verifyFrames', () => {
  it('of one frame is what verify says', () => {
    expect(verifyFrames([at(20)], [at(0), at(5)], point)).toEqual(verify(at(20), [at(0), at(5)], point));
  });

  it('takes the mean over the frames: a bad one is carried by the others, a lucky one carries no stranger', () => {
    expect(verifyFrames([at(70), at(20), at(30)], [at(0)], point)).toMatchObject({ outcome: 'MATCH' });
    expect(verifyFrames([at(70), at(20), at(80)], [at(0)], point)).toMatchObject({ outcome: 'NON_MATCH' });
  });

  it('averages against each template and takes the best of them, not the best of each frame', () => {
    const { similarity } = verifyFrames([at(0), at(90)], [at(0), at(90)], point);
    expect(similarity).toBeCloseTo(0.5, 5);
  });

  it('refuses frames of another model and none at all', () => {
    expect(() => verifyFrames([at(0), at(0, 'other')], [at(0)], point)).toThrow();
    expect(() => verifyFrames([], [at(0)], point)).toThrow(RangeError);
  });
});
