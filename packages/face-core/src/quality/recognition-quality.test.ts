import { expect, it } from 'vitest';
import type { QualityReport } from './quality-report.js';
import { withRecognitionQuality } from './recognition-quality.js';

const report: QualityReport = { isAcceptable: true, score: 0.4, reasons: [], measures: [] };
const range = { poor: 40, good: 90 };

it('the score grows with the length of the output and stays between 0 and 1', () => {
  const scores = [10, 40, 65, 90, 200].map((rawNorm) => withRecognitionQuality(report, { rawNorm }, range).score);
  expect(scores).toEqual([0, 0, 0.5, 1, 1]);
});

it('a model whose length says nothing keeps the score of the measures', () => {
  expect(withRecognitionQuality(report, { rawNorm: 65 }, null)).toBe(report);
  expect(withRecognitionQuality(report, {}, range)).toBe(report);
});

it('the verdict of the measures never changes', () => {
  const refused: QualityReport = { ...report, isAcceptable: false, reasons: ['BLURRED'] };
  expect(withRecognitionQuality(refused, { rawNorm: 90 }, range)).toMatchObject({
    isAcceptable: false,
    reasons: ['BLURRED'],
  });
});
