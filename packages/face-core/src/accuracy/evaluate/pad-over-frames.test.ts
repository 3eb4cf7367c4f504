import { expect, it } from 'vitest';
import { padOverFrames } from './pad-over-frames.js';

const frames = (isBonaFide: boolean, source: string, ...scores: (number | null)[]) =>
  scores.map((score) => ({ isBonaFide, attack: '', source, score, isAccepted: score !== null && score >= 0.5 }));

it('three frames of a recording are one decision by their median, and a frame without a score refuses', () => {
  const decisions = [
    ...frames(true, 'a', 0.9, 0.1, 0.8, 0.2, 0.3, 0.9, 0.9),
    ...frames(true, 'b', 0.9, null, 0.9),
    ...frames(true, '', 0.1, 0.1, 0.1),
    ...frames(false, 'c', 0.9, 0.1, 0.2, 0.6, 0.7, 0),
  ];
  const found = padOverFrames(decisions, 0.5);
  expect(found.bpcer).toMatchObject({ count: 2, n: 3 });
  expect(found.apcer).toMatchObject({ count: 1, n: 2 });
});
