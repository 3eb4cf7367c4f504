import { expect, test } from 'vitest';
import { parseIdentificationMargins } from './identification-margins.js';
import { measuredMargin } from './measured-margin.js';
import type { EvaluationReport } from './measured-points.js';
import { identificationMargins, operatingPoints } from './operating-points.js';

const COUNTS = { rightFirst: 100, rightButAmbiguous: 1 };
const MEASUREMENT = { dataset: 'somewhere', date: '2026-01-31', gallerySize: 100, photosPerTemplate: 1, ...COUNTS };
const MARGIN = {
  modelId: 'net-1',
  margin: 0.05,
  measurements: [{ ...MEASUREMENT, operatingPointId: 'net-1/verify/1' }],
  isProvisional: false,
  source: 'Chosen on photos of somewhere.',
};
const parseWith = (change: object) => () =>
  parseIdentificationMargins({ identificationMargins: [{ ...MARGIN, ...change }] });

test('every model with points has a measured lead, at the points that ship', () => {
  const modelIds = [...new Set(operatingPoints.map(({ modelId }) => modelId))];
  expect(identificationMargins.map(({ modelId }) => modelId).sort()).toEqual(modelIds.sort());
  for (const { modelId, isProvisional, measurements } of identificationMargins) {
    expect(isProvisional).toBe(false);
    const points = operatingPoints.filter((point) => point.modelId === modelId).map(({ id }) => id);
    for (const { operatingPointId } of measurements) expect(points).toContain(operatingPointId);
    expect(measurements.map(({ gallerySize }) => gallerySize)).toEqual([100, 100, 1_000, 1_000]);
  }
});

test('a lead leaves room above DUPLICATE for faces that are very much alike', () => {
  for (const { modelId, margin } of identificationMargins) {
    const duplicate = operatingPoints.find((point) => point.modelId === modelId && point.kind === 'DUPLICATE');
    expect((duplicate?.threshold ?? 1) + 2 * margin).toBeLessThan(1);
  }
});

test('an incomplete, impossible or repeated lead is refused with one sentence', () => {
  expect(parseWith({})).not.toThrow();
  expect(parseWith({ modelId: '' })).toThrow('does not say its model');
  expect(parseWith({ margin: 0 })).toThrow('must lie between 0 and 1');
  expect(parseWith({ margin: 1 })).toThrow('must lie between 0 and 1');
  expect(parseWith({ measurements: undefined })).toThrow('needs a list');
  expect(parseWith({ measurements: [] })).toThrow('is provisional if it was not measured');
  expect(parseWith({ isProvisional: true })).toThrow('is provisional if it was not measured');
  expect(parseWith({ measurements: [], isProvisional: true })).not.toThrow();
  expect(parseWith({ measurements: [{ ...MEASUREMENT, rightFirst: 0 }] })).toThrow('without counts');
  expect(parseWith({ source: '' })).toThrow('does not say where it comes from');
  expect(() => parseIdentificationMargins({ identificationMargins: [MARGIN, MARGIN] })).toThrow('two identification');
  expect(() => parseIdentificationMargins({})).toThrow('must be a list');
});

test('a lead that holds back more than 1 % of the right people is refused', () => {
  expect(parseWith({ measurements: [{ ...MEASUREMENT, rightButAmbiguous: 2 }] })).toThrow('holds back more');
});

function report(margin: number, operatingPointId: string | null): EvaluationReport {
  const points = [{ operatingPointId, rightButAmbiguous: { count: 3, n: 400 } }];
  return {
    date: '2026-02-28',
    dataset: { name: 'elsewhere', photos: 10 },
    engine: { modelId: 'net-1', detector: 'mtcnn', isMirrorAveraged: false },
    protocols: [],
    identification: [{ gallerySize: 1_000, photosPerTemplate: 3, margin, points }],
  };
}

test('a report brings its counts, if it was made with the lead and at a point that ships', () => {
  const ids = ['net-1/identify/1'];
  const provisional = { ...MARGIN, measurements: [], isProvisional: true };
  expect(measuredMargin(report(0.05, 'net-1/identify/1'), provisional, ids)).toEqual({
    ...MARGIN,
    measurements: [
      {
        ...{ dataset: 'elsewhere', date: '2026-02-28', gallerySize: 1_000, photosPerTemplate: 3 },
        ...{ operatingPointId: 'net-1/identify/1', rightFirst: 400, rightButAmbiguous: 3 },
      },
    ],
  });
  expect(() => measuredMargin(report(0.04, 'net-1/identify/1'), provisional, ids)).toThrow('with a lead of 0.04');
  expect(() => measuredMargin(report(0.05, 'net-1/identify/0'), provisional, ids)).toThrow('does not ship');
  expect(() => measuredMargin(report(0.05, null), provisional, ids)).toThrow('no searches at a shipped point');
});
