import { expect, test } from 'vitest';
import { type EvaluationReport, measuredPoints } from './measured-points.js';
import { parseOperatingPoints } from './operating-points.js';

const interval = { low: 0, high: 0.5 };
const RATES = [
  { targetFmr: 1e-4, threshold: 0.5, falseMatches: 100, fmrInterval: interval, fnmr: 0.1, fnmrInterval: interval },
  { targetFmr: 1e-5, threshold: 0.6, falseMatches: 10, fmrInterval: interval, fnmr: 0.2, fnmrInterval: interval },
];

function report(rates: EvaluationReport['protocols'][number]['rates'] = RATES): EvaluationReport {
  return {
    date: '2026-01-31',
    dataset: { name: 'somewhere', photos: 10 },
    engine: { modelId: 'net-1', detector: 'mtcnn', isMirrorAveraged: false },
    protocols: [{ protocol: 'all-pairs', subjects: 5, genuine: { n: 20 }, impostor: { n: 1_000_000 }, rates }],
    identification: [],
  };
}

test('a report becomes points that the strict reader accepts, with its counts, and the documents unmeasured', () => {
  const points = measuredPoints(report(), []);
  expect(parseOperatingPoints({ operatingPoints: points })).toHaveLength(4);
  expect(points[0]).toMatchObject({ id: 'net-1/verify/1', threshold: 0.5, measurement: { falseMatches: 100 } });
  expect(points[1]).toMatchObject({ kind: 'IDENTIFY', measurement: { fmr: 1e-5, isExtrapolated: true } });
  expect(points[3]).toMatchObject({ kind: 'COMPARE_DOCUMENT', isProvisional: true, measurement: null });
});

test('a changed threshold is a new version and an unchanged one is not', () => {
  const former = measuredPoints(report(), []).map((point) =>
    point.kind === 'VERIFY' ? { ...point, threshold: 0.4 } : point,
  );
  expect(
    measuredPoints(report(), former)
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['net-1/verify/2', 'net-1/identify/1']);
});

test('a report with too few pairs for a target makes no point', () => {
  const [first, second] = RATES;
  if (first === undefined || second === undefined) throw new Error('unreachable');
  expect(() => measuredPoints(report([first, { ...second, threshold: null, falseMatches: null }]), [])).toThrow(
    'no threshold for a false match rate of 0.00001',
  );
});
