import { readFileSync } from 'node:fs';
import { type IdentificationMargin, parseIdentificationMargins } from './identification-margins.js';

export const OPERATING_POINT_KINDS = ['VERIFY', 'IDENTIFY', 'DUPLICATE', 'COMPARE_DOCUMENT'] as const;

export type OperatingPointKind = (typeof OPERATING_POINT_KINDS)[number];

/** What `rollcall face evaluate` found at the shipped threshold; terms of ISO/IEC 19795-1, intervals of 95 %. */
export interface OperatingPointMeasurement {
  readonly dataset: string;
  /** How photos were paired. */
  readonly protocol: string;
  /** ISO date. */
  readonly date: string;
  readonly subjects: number;
  readonly impostorPairs: number;
  readonly falseMatches: number;
  readonly fmr: number;
  readonly fmrInterval: readonly [low: number, high: number];
  readonly genuinePairs: number;
  readonly fnmr: number;
  readonly fnmrInterval: readonly [low: number, high: number];
  /** True if fewer than 30 false matches carry the rate: then it is the order of magnitude, no more. */
  readonly isExtrapolated: boolean;
}

/** From which similarity on two faces of one model count as the same person, and what that was measured to cost. */
export interface OperatingPoint {
  /** `<model>/<kind>/<version>`; kept with every decision, so an old decision can be explained. */
  readonly id: string;
  readonly kind: OperatingPointKind;
  readonly modelId: string;
  /** Cosine similarity, -1 to 1; a pair at or above it matches. */
  readonly threshold: number;
  /** Wanted share of impostor pairs that match (false match rate, ISO/IEC 19795-1). */
  readonly targetFmr: number;
  /** How many impostor pairs the threshold was measured on, or null if it was taken over from another kind. */
  readonly impostorPairs: number | null;
  /** Null for a point that was not measured on its own kind of photos; then it is provisional. */
  readonly measurement: OperatingPointMeasurement | null;
  /** True until it is measured on the shipped pipeline. */
  readonly isProvisional: boolean;
  readonly version: number;
  /** Where the threshold comes from, and what was not measured. */
  readonly source: string;
}

const SHIPPED: unknown = JSON.parse(readFileSync(new URL('../operating-points.json', import.meta.url), 'utf8'));

/** The points of `models/operating-points.json`; at most one for a model and a kind. */
export const operatingPoints: readonly OperatingPoint[] = parseOperatingPoints(SHIPPED);

/** The leads of the same file; one for each model that has points. */
export const identificationMargins: readonly IdentificationMargin[] = parseIdentificationMargins(SHIPPED);

/**
 * The lowest false match rate that so many impostor pairs can show, 0 to 1: no errors among n pairs only show a rate below 3/n
 * with 95 % confidence (the "rule of three").
 */
export function lowestTargetFmr(impostorPairs: number): number {
  return 3 / impostorPairs;
}

/** Throws an Error with one sentence if a point is incomplete, impossible or there twice, or aims lower than its pairs can show. */
export function parseOperatingPoints(json: unknown): readonly OperatingPoint[] {
  const points = (json as { operatingPoints?: unknown } | null)?.operatingPoints;
  if (!Array.isArray(points)) throw new Error('The operating points must be a list.');
  for (const point of points as OperatingPoint[]) {
    const fault = faultOf(point);
    if (fault !== undefined) throw new Error(`The operating point ${String(point?.id)} ${fault}.`);
  }
  const ids = (points as OperatingPoint[]).map(({ modelId, kind }) => `${modelId} ${kind}`);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new Error(`There are two operating points for ${repeated}.`);
  return points as OperatingPoint[];
}

function faultOf(point: OperatingPoint): string | undefined {
  if (!OPERATING_POINT_KINDS.includes(point?.kind)) return 'has an unknown kind';
  const expectedId = `${point.modelId}/${point.kind.toLowerCase().replace('_', '-')}/${point.version}`;
  if (point.id !== expectedId) return `should have the id ${expectedId}`;
  if (!isBetween(point.threshold, -1, 1)) return 'needs a threshold between -1 and 1';
  if (!isBetween(point.targetFmr, 0, 1)) return 'needs a target between 0 and 1';
  const pairs = point.impostorPairs;
  if (pairs !== null && !(point.targetFmr >= lowestTargetFmr(pairs)))
    return 'claims more than its number of pairs can show';
  if (typeof point.isProvisional !== 'boolean') return 'does not say whether it is provisional';
  if (!point.isProvisional && !point.measurement) return 'is not provisional and has no measurement';
  if (point.measurement) {
    const fault = faultOfMeasurement(point, point.measurement);
    if (fault !== undefined) return fault;
  }
  if (typeof point.source !== 'string' || point.source.length < 20) return 'does not say where it comes from';
  return undefined;
}

function faultOfMeasurement(point: OperatingPoint, measured: OperatingPointMeasurement): string | undefined {
  const { impostorPairs, falseMatches, fmr, fmrInterval, fnmr, fnmrInterval } = measured;
  if (impostorPairs !== point.impostorPairs) return 'was measured on another number of pairs than it says';
  if (!(falseMatches >= 3)) return 'was measured with fewer than three false matches, which is no rate';
  if (Math.abs(fmr - falseMatches / impostorPairs) > 1e-12) return 'has a rate that its counts do not give';
  if (fmr > point.targetFmr) return 'lets more through than it aims at';
  if (!holds(fmrInterval, fmr) || !holds(fnmrInterval, fnmr)) return 'has a rate outside of its interval';
  if (measured.isExtrapolated !== falseMatches < 30)
    return 'must say "extrapolated" below 30 false matches, and only then';
  return undefined;
}

function holds(interval: readonly [number, number] | undefined, value: number): boolean {
  return interval !== undefined && interval[0] <= value && value <= interval[1];
}

/** Both ends excluded: a threshold or rate at the end of its range decides nothing. */
function isBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value > low && value < high;
}
