import { expect, it } from 'vitest';
import { PAD_TRIAL_THRESHOLDS, padByThreshold } from './pad-by-threshold.js';

const frame = (isBonaFide: boolean, score: number | null) => ({ isBonaFide, score });

it('counts at each threshold which attacks come through and which genuine frames are refused, without those that have no score', () => {
  const decisions = [
    ...[0.1, 0.5, 0.69, 0.9].map((score) => frame(true, score)),
    ...[0.2, 0.7, 0.8].map((score) => frame(false, score)),
    ...[frame(true, null), frame(false, null)],
  ];
  const counts = padByThreshold(decisions).map(({ threshold, apcer, bpcer }) => [threshold, apcer.count, bpcer.count]);
  expect(counts).toEqual([
    [0.3, 2, 1],
    [0.5, 2, 1],
    [0.7, 2, 3],
  ]);
  const [first] = padByThreshold(decisions);
  expect([first?.apcer.n, first?.bpcer.n]).toEqual([3, 4]);
});

it('shows the shipped threshold among them', async () => {
  const { padPoint } = await import('../../pad/pad-points.js');
  expect(PAD_TRIAL_THRESHOLDS).toContain(padPoint.threshold);
});
