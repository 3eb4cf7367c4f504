import { describe, expect, it } from 'vitest';
import { judgementOf } from './judged-outcome.js';
import { shareOf } from './share.js';
import { histogramsOf } from './similarity-histogram.js';
import { spansOf } from './spans.js';
import { figuresOf, groupBy, outcomesOf } from './tally.js';

describe('a share', () => {
  // As statsmodels' proportion_confint(method='wilson') gives them.
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [10, 10, 0.7225, 1],
    [50, 1000, 0.0381, 0.0653],
  ])('of %i of %i lies between two values that statistics programs give too', (count, total, low, high) => {
    const share = shareOf(count, total);
    expect(share.rate).toBe(count / total);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('of nothing has no rate', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, total: 0, rate: null, low: null, high: null });
  });
});

describe('the figures of recognition', () => {
  const counts = Object.entries({ RECORDED: 5, OUTSIDE_GEOFENCE: 1, NON_MATCH: 2, NO_FACE: 1, PRESENTATION_ATTACK: 1 })
    .concat(Object.entries({ LOCKED_OUT: 4, DEVICE_REFUSED: 3, NOT_ENROLLED: 2, SOMETHING_NEW: 1 }))
    .map(([outcome, count]) => ({ outcome, count }));

  it('count a refusal of a rule as recognised, and what was not compared as nothing', () => {
    const { attempts, refused, attacks, nonMatches } = figuresOf(counts);
    expect(attempts).toBe(20);
    expect([refused.count, refused.total]).toEqual([4, 10]);
    expect([attacks.count, attacks.total]).toEqual([1, 10]);
    expect([nonMatches.count, nonMatches.total]).toEqual([2, 8]);
    expect(judgementOf('toString')).toBe('UNJUDGED');
  });

  it('are added up by outcome, the commonest first', () => {
    expect(outcomesOf([...counts, { outcome: 'NO_FACE', count: 9 }]).slice(0, 2)).toEqual([
      { outcome: 'NO_FACE', count: 10 },
      { outcome: 'RECORDED', count: 5 },
    ]);
    expect([...groupBy(counts, () => 'one').values()].map((rows) => rows.length)).toEqual([9]);
  });
});

describe('the spans of a trend', () => {
  it('are days, and of a long period weeks of which the first is cut off', () => {
    expect(spansOf('2026-03-02', 7).map(({ from, to }) => [from, to])).toEqual(
      ['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map((day) => [
        day,
        day,
      ]),
    );
    const weeks = spansOf('2026-03-31', 90);
    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toEqual({ from: '2026-01-01', to: '2026-01-06' });
    expect(weeks[1]).toEqual({ from: '2026-01-07', to: '2026-01-13' });
    expect(weeks.at(-1)).toEqual({ from: '2026-03-25', to: '2026-03-31' });
  });
});

describe('a histogram of similarities', () => {
  const scores = (people: number) =>
    Array.from({ length: people }, (_, i) => ({
      ...{ employeeId: `p${i}`, pointId: 'm/verify/1', threshold: 0.5, count: 1 },
      ...(i === 0 ? { bin: -20, outcome: 'NON_MATCH' } : { bin: 0, outcome: 'RECORDED' }),
    }));

  it('is there from five people on, without gaps, and the threshold lies between two bins', () => {
    expect(histogramsOf(scores(4))).toEqual([]);
    const [histogram] = histogramsOf(scores(5));
    expect(histogram?.people).toBe(5);
    expect(histogram?.bins).toHaveLength(21);
    expect(histogram?.bins[0]).toEqual({ from: null, to: expect.closeTo(-0.45), accepted: 0, refused: 1 });
    expect(histogram?.bins.at(-1)).toEqual({ from: 0.5, to: expect.closeTo(0.55), accepted: 4, refused: 0 });
  });

  it('does not mix operating points, and the most used comes first', () => {
    const strict = scores(5).map((one) => ({ ...one, pointId: 'm/identify/1', threshold: 0.6, count: 2 }));
    expect(histogramsOf([...scores(5), ...strict]).map(({ threshold }) => threshold)).toEqual([0.6, 0.5]);
  });
});
