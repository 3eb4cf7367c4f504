import type { OperatingPoint, OperatingPointKind, OperatingPointMeasurement } from './operating-points.js';

/** What is read of the report of `rollcall face evaluate --all-pairs --json`. */
export interface EvaluationReport {
  readonly date: string;
  readonly dataset: { readonly name: string; readonly photos: number };
  readonly engine: { readonly modelId: string; readonly detector: string; readonly isMirrorAveraged: boolean };
  readonly protocols: readonly {
    readonly protocol: string;
    readonly subjects: number;
    readonly genuine: { readonly n: number };
    readonly impostor: { readonly n: number };
    readonly rates: readonly MeasuredRate[];
  }[];
  /** 1:N, one for each size of gallery and kind of template. */
  readonly identification: readonly {
    readonly gallerySize: number;
    readonly photosPerTemplate: number;
    readonly margin: number;
    readonly points: readonly {
      readonly operatingPointId: string | null;
      readonly rightButAmbiguous: { readonly count: number; readonly n: number };
    }[];
  }[];
}

interface MeasuredRate {
  readonly targetFmr: number;
  readonly threshold: number | null;
  readonly falseMatches: number | null;
  readonly fmrInterval: Interval | null;
  readonly fnmr: number | null;
  readonly fnmrInterval: Interval | null;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

interface Aim {
  readonly kind: OperatingPointKind;
  readonly targetFmr: number;
  /** Why a point was not measured on its own kind of comparison; absent if it was. */
  readonly unmeasured?: string;
}

/** What each kind aims at; why, says docs/adr/0013-operating-points.md. */
const AIMS: readonly Aim[] = [
  { kind: 'VERIFY', targetFmr: 1e-4 },
  { kind: 'IDENTIFY', targetFmr: 1e-5 },
  { kind: 'DUPLICATE', targetFmr: 1e-5 },
  {
    kind: 'COMPARE_DOCUMENT',
    targetFmr: 1e-4,
    unmeasured: 'Not measured on photos of documents: the value of VERIFY.',
  },
];

/**
 * The operating points of one model from the all-pairs protocol of its evaluation.
 *
 * @param former the points shipped so far: a changed threshold gets the next version number
 * @throws Error if the report has no all-pairs protocol, or too few pairs for a target
 */
export function measuredPoints(report: EvaluationReport, former: readonly OperatingPoint[]): OperatingPoint[] {
  const protocol = report.protocols.find((candidate) => candidate.protocol === 'all-pairs');
  if (protocol === undefined) throw new Error('The report has no all-pairs protocol.');
  const { modelId, detector, isMirrorAveraged } = report.engine;
  if (isMirrorAveraged) throw new Error('The product does not average mirrored photos: measure without --mirror.');
  return AIMS.map(({ kind, targetFmr, unmeasured }) => {
    const rate = protocol.rates.find((candidate) => candidate.targetFmr === targetFmr);
    const measurement = rate && toMeasurement(report, protocol, rate);
    if (measurement === undefined || rate?.threshold == null) {
      throw new Error(`The report has no threshold for a false match rate of ${targetFmr}.`);
    }
    const version = nextVersion(former, modelId, kind, rate.threshold);
    const set = `All pairs of ${report.dataset.photos} photos of ${report.dataset.name}, one photo a side, detector ${detector}.`;
    return {
      id: `${modelId}/${kind.toLowerCase().replace('_', '-')}/${version}`,
      kind,
      modelId,
      threshold: rate.threshold,
      targetFmr,
      impostorPairs: unmeasured ? null : protocol.impostor.n,
      measurement: unmeasured ? null : measurement,
      isProvisional: unmeasured !== undefined,
      version,
      source: unmeasured ? `${unmeasured} ${set}` : set,
    };
  });
}

function toMeasurement(
  report: EvaluationReport,
  { protocol, subjects, genuine, impostor }: EvaluationReport['protocols'][number],
  { falseMatches, fmrInterval, fnmr, fnmrInterval }: MeasuredRate,
): OperatingPointMeasurement | undefined {
  if (falseMatches === null || fmrInterval === null || fnmr === null || fnmrInterval === null) return undefined;
  return {
    dataset: report.dataset.name,
    protocol,
    date: report.date,
    subjects,
    impostorPairs: impostor.n,
    falseMatches,
    fmr: falseMatches / impostor.n,
    fmrInterval: [fmrInterval.low, fmrInterval.high],
    genuinePairs: genuine.n,
    fnmr,
    fnmrInterval: [fnmrInterval.low, fnmrInterval.high],
    isExtrapolated: falseMatches < 30,
  };
}

function nextVersion(former: readonly OperatingPoint[], modelId: string, kind: string, threshold: number): number {
  const shipped = former.find((point) => point.modelId === modelId && point.kind === kind);
  if (shipped === undefined) return 1;
  return shipped.threshold === threshold ? shipped.version : shipped.version + 1;
}
