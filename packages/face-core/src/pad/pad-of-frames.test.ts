import { describe, expect, it } from 'vitest';
import { padOfFrames } from './pad-of-frames.js';
import { judgePad } from './pad-report.js';

const of = (...scores: (number | null)[]) =>
  padOfFrames(scores.map((score) => judgePad(score, { threshold: 0.5, modelId: 'pad' })));

describe('padOfFrames', () => {
  it('judges the median: one bad frame refuses nobody, one good frame lets no attack through', () => {
    expect(of(0.1, 0.9, 0.8)).toMatchObject({ outcome: 'BONA_FIDE', score: 0.8 });
    expect(of(0.9, 0.1, 0.2)).toMatchObject({ outcome: 'ATTACK', score: 0.2 });
  });

  it('takes the lower of the two middle scores', () => {
    expect(of(0.9, 0.4)).toMatchObject({ outcome: 'ATTACK', score: 0.4 });
    expect(of(0.9, 0.4, 0.6, 0.8)).toMatchObject({ outcome: 'BONA_FIDE', score: 0.6 });
  });

  it('is undecided if any frame has no score', () => {
    expect(of(0.9, null, 0.9)).toMatchObject({ outcome: 'UNDECIDED', score: null });
    expect(of(0.9, Number.NaN, 0.9)).toMatchObject({ outcome: 'UNDECIDED' });
    expect(() => of()).toThrow(RangeError);
  });
});
