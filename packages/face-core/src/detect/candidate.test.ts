import { describe, expect, it } from 'vitest';
import { type Candidate, refine, suppressNonMaxima, toSquare } from './candidate.js';

const box = (left: number, top: number, right: number, bottom: number, score: number): Candidate => ({
  left,
  top,
  right,
  bottom,
  score,
  region: [0, 0, 0, 0],
});

describe('suppressNonMaxima', () => {
  it('keeps the best of boxes that overlap, and boxes apart', () => {
    const best = box(0, 0, 10, 10, 0.9);
    const apart = box(30, 0, 40, 10, 0.5);
    expect(suppressNonMaxima([box(1, 1, 11, 11, 0.8), apart, best], 0.5, 'UNION')).toEqual([best, apart]);
  });

  it('finds a small box inside a large one only by the smaller area', () => {
    const outer = box(0, 0, 20, 20, 0.9);
    const inner = box(5, 5, 11, 11, 0.8);
    expect(suppressNonMaxima([outer, inner], 0.5, 'UNION')).toHaveLength(2);
    expect(suppressNonMaxima([outer, inner], 0.5, 'SMALLER')).toEqual([outer]);
  });
});

describe('refine', () => {
  it('moves each side by its share of the box', () => {
    const refined = refine({ ...box(100, 200, 200, 400, 1), region: [0.1, -0.1, -0.2, 0.05] });
    expect(refined).toMatchObject({ left: 110, top: 180, right: 180, bottom: 410 });
  });
});

describe('toSquare', () => {
  it('grows the shorter side around the same middle', () => {
    expect(toSquare(box(10, 0, 20, 30, 1))).toEqual({ x: 0, y: 0, width: 30, height: 30 });
  });
});
