import { DomainError } from '@rollcall/contracts';
import { type OperatingPoint, type OperatingPointKind } from '@rollcall/models';
import type { Embedding } from '../../embed/embedding.js';
import type { PhotoSet } from '../datasets/photo-set.js';
import { compareAllPairs, type VectorTable } from '../evaluate/compare-photos.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import { reportProtocol } from '../evaluate/protocol-report.js';
import type { RateAtFmr, RateAtThreshold } from '../report/report.types.js';

/** The templates of one person. The id is only used to name pairs that look like one person enrolled twice. */
export interface CalibrationPerson {
  readonly personId: string;
  readonly embeddings: readonly Embedding[];
}

/** What the gallery says about one shipped operating point. */
export interface CalibratedPoint {
  readonly kind: OperatingPointKind;
  readonly targetFmr: number;
  readonly shipped: RateAtThreshold;
  /** The threshold that the gallery itself asks for at the target; refused where it has too few people. */
  readonly measured: RateAtFmr;
  /**
   * The stricter of both if the gallery measures the target (30 false matches or more), else the shipped one: a small
   * gallery never loosens a threshold.
   */
  readonly recommendedThreshold: number;
  readonly isChangeRecommended: boolean;
}

export interface SuspectedDuplicate {
  readonly personA: string;
  readonly personB: string;
  readonly similarity: number;
}

export interface CalibrationReport {
  readonly kind: 'face-calibration';
  readonly modelId: string;
  readonly people: number;
  readonly templates: number;
  readonly impostorComparisons: number;
  readonly genuineComparisons: number;
  readonly points: readonly CalibratedPoint[];
  /**
   * People as alike as one person at the DUPLICATE point, at most 100. If one of them is enrolled twice, its "impostor"
   * pairs are genuine and every figure here is too strict: settle these first.
   */
  readonly suspectedDuplicates: readonly SuspectedDuplicate[];
}

export interface CalibrateOptions {
  readonly operatingPoints: readonly OperatingPoint[];
  readonly replicates?: number;
  readonly onProgress?: OnProgress | undefined;
}

const MOST_SUSPECTS = 100;

/**
 * Measures the shipped operating points on an organisation's own people: every template against every template of
 * everyone else. Pure: nothing is read or written.
 *
 * @throws DomainError `TEMPLATE_MODEL_MISMATCH` if templates are of several models
 * @throws RangeError with fewer than two people or no operating point
 */
export function calibrate(people: readonly CalibrationPerson[], options: CalibrateOptions): CalibrationReport {
  const enrolled = people.filter(({ embeddings }) => embeddings.length > 0);
  const modelId = enrolled[0]?.embeddings[0]?.modelId;
  if (enrolled.length < 2 || modelId === undefined)
    throw new RangeError('A calibration needs templates of at least two people.');
  const points = options.operatingPoints.filter((point) => point.modelId === modelId);
  if (points.length === 0) throw new RangeError(`There is no operating point for the model ${modelId}.`);
  const { table, photos } = tabulate(enrolled, modelId);
  const comparisons = compareAllPairs(table, photos, options.onProgress);
  const { impostor, genuine } = comparisons;
  const report = reportProtocol({
    protocol: 'all-pairs',
    gates: 'reported',
    photos,
    comparisons,
    quality: null,
    operatingPoints: points,
    targetFmrs: [...new Set(points.map(({ targetFmr }) => targetFmr))],
    replicates: options.replicates,
  });
  const duplicate = points.find(({ kind }) => kind === 'DUPLICATE')?.threshold ?? 1;
  return {
    kind: 'face-calibration',
    modelId,
    people: enrolled.length,
    templates: photos.names.length,
    impostorComparisons: impostor.n,
    genuineComparisons: genuine.scores.length,
    points: points.flatMap((point, i) => {
      const measured = report.rates.find(({ targetFmr }) => targetFmr === point.targetFmr);
      const shipped = report.operatingPoints[i];
      return measured === undefined || shipped === undefined ? [] : [calibratedPoint(point, shipped, measured)];
    }),
    suspectedDuplicates: findDuplicates(photos, impostor.tail, duplicate),
  };
}

function calibratedPoint(point: OperatingPoint, shipped: RateAtThreshold, measured: RateAtFmr): CalibratedPoint {
  const own = measured.support === 'MEASURED' ? (measured.threshold ?? point.threshold) : point.threshold;
  const recommendedThreshold = Math.max(point.threshold, own);
  return {
    kind: point.kind,
    targetFmr: point.targetFmr,
    shipped,
    measured,
    recommendedThreshold,
    isChangeRecommended: recommendedThreshold > point.threshold,
  };
}

/** Every template is a "photo" named after its person. */
function tabulate(people: readonly CalibrationPerson[], modelId: string): { table: VectorTable; photos: PhotoSet } {
  const rows = people.flatMap(({ personId, embeddings }, subject) =>
    embeddings.map((embedding) => ({ personId, subject, embedding })),
  );
  const dimensions = rows[0]?.embedding.vector.length ?? 0;
  const vectors = new Float32Array(rows.length * dimensions);
  rows.forEach(({ embedding }, index) => {
    if (embedding.modelId !== modelId || embedding.vector.length !== dimensions)
      throw new DomainError('TEMPLATE_MODEL_MISMATCH', { internal: `${embedding.modelId} against ${modelId}` });
    vectors.set(embedding.vector, index * dimensions);
  });
  return {
    table: { vectors, dimensions, isAcquired: new Uint8Array(rows.length).fill(1) },
    photos: {
      names: rows.map(({ personId }) => personId),
      root: '',
      subjects: Uint32Array.from(rows, ({ subject }) => subject),
      subjectCount: people.length,
    },
  };
}

/** The most alike pair of each two people at or above the threshold. */
function findDuplicates(
  photos: PhotoSet,
  tail: { readonly scores: Float64Array; readonly a: Uint32Array; readonly b: Uint32Array },
  threshold: number,
): SuspectedDuplicate[] {
  const found = new Map<string, SuspectedDuplicate>();
  for (let i = 0; i < tail.scores.length && tail.scores[i] >= threshold && found.size < MOST_SUSPECTS; i++) {
    const key = `${photos.subjects[tail.a[i]]}-${photos.subjects[tail.b[i]]}`;
    if (found.has(key)) continue;
    found.set(key, {
      personA: photos.names[tail.a[i]] ?? '',
      personB: photos.names[tail.b[i]] ?? '',
      similarity: tail.scores[i],
    });
  }
  return [...found.values()];
}
