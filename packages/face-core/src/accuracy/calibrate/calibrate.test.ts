import type { OperatingPoint, OperatingPointKind } from '@rollcall/models';
import { describe, expect, it } from 'vitest';
import { createEmbedding, type Embedding } from '../../embed/embedding.js';
import { seededRandom } from '../metrics/seeded-random.js';
import { type CalibrationPerson, calibrate } from './calibrate.js';
import { summariseCalibration } from './calibration-summary.js';

const MODEL = 'made-up';

const point = (kind: OperatingPointKind, threshold: number, targetFmr: number): OperatingPoint => ({
  id: `${MODEL}/${kind.toLowerCase()}/1`,
  kind,
  modelId: MODEL,
  threshold,
  targetFmr,
  impostorPairs: null,
  measurement: null,
  isProvisional: true,
  version: 1,
  source: 'made up for this test',
});

/** One random direction a person in 8 dimensions: strangers are alike by chance. */
function strangers(count: number, modelId = MODEL): CalibrationPerson[] {
  const random = seededRandom(11);
  return Array.from({ length: count }, (_, i) => ({
    personId: `p${i}`,
    embeddings: [
      createEmbedding(
        modelId,
        Float32Array.from({ length: 8 }, () => random.nextBelow(2_001) / 1_000 - 1),
      ),
    ],
  }));
}

describe('calibration on an own gallery', () => {
  it('raises a threshold that lets too many of these people pass for each other', () => {
    const report = calibrate(strangers(300), { operatingPoints: [point('VERIFY', 0.2, 0.01)], replicates: 50 });
    expect(report.impostorComparisons).toBe((300 * 299) / 2);
    const [verify] = report.points;
    expect(verify?.isChangeRecommended).toBe(true);
    expect(verify?.measured.falseMatches).toBeLessThanOrEqual(0.01 * report.impostorComparisons);
    expect(verify?.measured.falseMatches).toBeGreaterThan(0.0099 * report.impostorComparisons);
    expect(verify?.recommendedThreshold).toBe(verify?.measured.threshold);
    expect(verify?.shipped.fmr).toBeGreaterThan(0.01);
    expect(summariseCalibration(report)).toContain('raise it to');
  });

  it('never loosens a threshold', () => {
    const report = calibrate(strangers(300), { operatingPoints: [point('VERIFY', 0.99, 0.01)], replicates: 50 });
    expect(report.points[0]?.measured.threshold).toBeLessThan(0.99);
    expect(report.points[0]).toMatchObject({ recommendedThreshold: 0.99, isChangeRecommended: false });
  });

  it('a gallery too small for the rate keeps the shipped threshold and says so', () => {
    const report = calibrate(strangers(20), { operatingPoints: [point('IDENTIFY', 0.6, 1e-4)], replicates: 50 });
    expect(report.points[0]?.measured).toMatchObject({ support: 'REFUSED', threshold: null });
    expect(report.points[0]?.recommendedThreshold).toBe(0.6);
    expect(summariseCalibration(report)).toContain('too few people');
  });

  it('names people who look enrolled twice, and no vector', () => {
    const people = strangers(20);
    const twin: Embedding = people[3]?.embeddings[0] as Embedding;
    const report = calibrate([...people, { personId: 'again', embeddings: [twin, twin] }], {
      operatingPoints: [point('DUPLICATE', 0.98, 1e-4)],
      replicates: 10,
    });
    expect(report.suspectedDuplicates).toHaveLength(1);
    expect(report.suspectedDuplicates[0]).toMatchObject({ personA: 'p3', personB: 'again' });
    expect(JSON.stringify(report)).not.toContain('vector');
  });

  it('one person, another model or no operating point is refused', () => {
    const options = { operatingPoints: [point('VERIFY', 0.5, 1e-4)] };
    expect(() => calibrate(strangers(1), options)).toThrow(RangeError);
    expect(() => calibrate(strangers(5, 'other'), options)).toThrow('no operating point for the model other');
    expect(() => calibrate([...strangers(5), ...strangers(5, 'other')], options)).toThrow(/another model/);
  });
});
