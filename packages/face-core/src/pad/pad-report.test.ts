import { describe, expect, it } from 'vitest';
import { judgePad } from './pad-report.js';
import { padCrop } from './passive-pad.js';

const point = { threshold: 0.5, modelId: 'pad' };

describe('judgePad', () => {
  it('takes a score at the threshold as bona fide and one below as an attack', () => {
    expect(judgePad(0.5, point)).toEqual({ outcome: 'BONA_FIDE', score: 0.5, threshold: 0.5, modelId: 'pad' });
    expect(judgePad(0.4999, point).outcome).toBe('ATTACK');
  });

  it('never takes a missing or impossible score as bona fide', () => {
    for (const score of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.1]) {
      expect(judgePad(score, point)).toMatchObject({ outcome: 'UNDECIDED', score: null });
    }
  });
});

describe('padCrop', () => {
  it('is 2.7 times the box around its middle', () => {
    const crop = padCrop({ x: 450, y: 400, width: 100, height: 200 }, 1000, 1000);
    expect(crop).toEqual({ x: 365, y: 230, width: 270, height: 540 });
  });

  it('is moved into the image, and shrunk where the image is too small', () => {
    expect(padCrop({ x: 0, y: 900, width: 100, height: 100 }, 1000, 1000)).toMatchObject({ x: 0, y: 730, width: 270 });
    const shrunk = padCrop({ x: 10, y: 10, width: 80, height: 100 }, 120, 150);
    expect(shrunk).toEqual({ x: 0, y: 0, width: 120, height: 150 });
  });
});
