import type { OperatingPoint } from '@rollcall/models';
import { describe, expect, it } from 'vitest';
import { createEmbedding } from '../embed/embedding.js';
import { meanTemplate } from './mean-template.js';
import { operatingPointOf } from './operating-point.js';
import { rawDistance, verify } from './verify.js';

const embed = (...values: number[]) => createEmbedding('net', Float32Array.from(values));
const point: OperatingPoint = {
  ...operatingPointOf('mobilefacenet-192', 'VERIFY'),
  id: 'net/verify/1',
  modelId: 'net',
  threshold: 0.6,
};

describe('verify', () => {
  it('matches at or above the threshold and not below', () => {
    expect(verify(embed(1, 0), [embed(0.8, 0.6)], point)).toMatchObject({
      outcome: 'MATCH',
      operatingPointId: 'net/verify/1',
    });
    expect(verify(embed(1, 0), [embed(0.5, 0.9)], point)).toMatchObject({ outcome: 'NON_MATCH' });
    expect(verify(embed(1, 0), [embed(1, 0)], { ...point, threshold: 1 })).toMatchObject({
      outcome: 'MATCH',
      similarity: 1,
    });
  });

  it('takes the best template of the person, not the first', () => {
    const { outcome, similarity } = verify(embed(1, 0), [embed(0, 1), embed(0.9, 0.1), embed(-1, 0)], point);
    expect(outcome).toBe('MATCH');
    expect(similarity).toBeCloseTo(0.9939, 4);
  });

  it('never compares across models', () => {
    const mismatch = expect.objectContaining({ code: 'TEMPLATE_MODEL_MISMATCH' });
    const other = createEmbedding('another net', Float32Array.of(1, 0));
    expect(() => verify(other, [embed(1, 0)], point)).toThrow(mismatch);
    expect(() => verify(embed(1, 0), [embed(1, 0), other], point)).toThrow(mismatch);
    expect(() => verify(embed(1, 0), [embed(1, 0)], { ...point, modelId: 'another net' })).toThrow(mismatch);
    expect(() => verify(embed(1, 0), [embed(1, 0, 0)], point)).toThrow(mismatch);
  });

  it('does not answer for a person without a template', () => {
    expect(() => verify(embed(1, 0), [], point)).toThrow(RangeError);
  });
});

describe('rawDistance', () => {
  it('is the distance of the vectors as the model gave them', () => {
    expect(rawDistance(embed(3, 4), embed(0, 4))).toBeCloseTo(3, 5);
  });

  it('is unknown where only the direction was kept', () => {
    const kept = { modelId: 'net', vector: Float32Array.of(1, 0) };
    expect(rawDistance(embed(3, 4), kept)).toBeNull();
  });
});

describe('meanTemplate', () => {
  it('is the mean direction, of unit length', () => {
    const { vector, modelId } = meanTemplate([embed(10, 0), embed(0, 0.1)]);
    expect([...vector]).toEqual([Math.fround(Math.SQRT1_2), Math.fround(Math.SQRT1_2)]);
    expect(modelId).toBe('net');
  });

  it('is never made of two models or of nothing', () => {
    const other = createEmbedding('another net', Float32Array.of(1, 0));
    expect(() => meanTemplate([embed(1, 0), other])).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_MODEL_MISMATCH' }),
    );
    expect(() => meanTemplate([])).toThrow(RangeError);
  });
});

describe('operatingPointOf', () => {
  it('has a point of every kind for every pack, and guesses none', () => {
    for (const model of ['mobilefacenet-192', 'faceapi-128']) {
      for (const kind of ['VERIFY', 'IDENTIFY', 'DUPLICATE', 'COMPARE_DOCUMENT'] as const) {
        expect(operatingPointOf(model, kind)).toMatchObject({ modelId: model, kind });
      }
    }
    expect(() => operatingPointOf('unknown', 'VERIFY')).toThrow(expect.objectContaining({ code: 'MODEL_INTEGRITY' }));
  });
});
