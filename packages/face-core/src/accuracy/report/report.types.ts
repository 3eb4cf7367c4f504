import type { DuplicateTrial } from '../evaluate/duplicate-trial.js';
import type { FrameRule } from '../evaluate/frames-trial.js';
import type { LookalikeTrial } from '../evaluate/lookalike-trial.js';
import type { PadAtThreshold } from '../evaluate/pad-by-threshold.js';
import type { PadOverFrames } from '../evaluate/pad-over-frames.js';
import type { TwiceEnrolledTrial } from '../evaluate/twice-enrolled-trial.js';
import type { DiscardPoint } from '../metrics/discard-curve.metric.js';
import type { CurvePoint, EqualErrorRate } from '../metrics/error-curve.metric.js';
import type { FoldAccuracy } from '../metrics/fold-accuracy.metric.js';
import type { Identification } from '../metrics/identification.metric.js';
import type { CountedRate, Interval } from '../metrics/intervals.metric.js';
import type { PresentationAttackRates } from '../metrics/presentation-attack.metric.js';
import type { Support } from '../metrics/threshold-at-fmr.metric.js';

/** The machine a figure comes from; names no person and no path. */
export interface MachineInfo {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
}

/** What happens at one false match rate. */
export interface RateAtFmr {
  readonly targetFmr: number;
  readonly support: Support;
  /** Null where refused; so are the other figures. */
  readonly threshold: number | null;
  readonly falseMatches: number | null;
  readonly fmrInterval: Interval | null;
  readonly falseNonMatches: number | null;
  readonly fnmr: number | null;
  /** Of the FNMR at this FMR: the threshold is found anew in each replicate. */
  readonly fnmrInterval: Interval | null;
  readonly thresholdInterval: Interval | null;
}

/** What a given threshold does. */
export interface RateAtThreshold {
  readonly operatingPointId: string;
  readonly threshold: number;
  readonly falseMatches: number;
  /** Null with fewer than three false matches: then only `fmrBelow` is shown. */
  readonly fmr: number | null;
  /** 3/n, an upper bound, where `fmr` is null. */
  readonly fmrBelow: number | null;
  readonly fmrInterval: Interval | null;
  readonly fnmr: number;
  readonly fnmrInterval: Interval | null;
}

export interface WorstPair {
  readonly a: string;
  readonly b: string;
  readonly similarity: number;
}

export interface ProtocolReport {
  readonly protocol: 'pairs' | 'all-pairs' | 'three-photo-enrolment' | 'one-photo-enrolment' | FrameRule;
  /** `reported`: every photo with a face is compared. `enforced`: photos that the gates refuse are misses. */
  readonly gates: 'reported' | 'enforced';
  readonly genuine: { readonly n: number; readonly missed: number };
  readonly impostor: { readonly n: number; readonly missed: number };
  readonly subjects: number;
  readonly eer: EqualErrorRate | null;
  readonly rates: readonly RateAtFmr[];
  readonly operatingPoints: readonly RateAtThreshold[];
  readonly foldAccuracy: FoldAccuracy | null;
  readonly curve: readonly CurvePoint[];
  readonly histogram: { readonly genuine: readonly number[]; readonly impostor: readonly number[] };
  readonly discard: {
    readonly threshold: number;
    readonly targetFmr: number;
    readonly points: readonly DiscardPoint[];
  } | null;
  readonly worst: { readonly genuine: readonly WorstPair[]; readonly impostor: readonly WorstPair[] };
}

export interface AcquisitionReport {
  readonly photos: number;
  /** Failures to acquire with every gate reported only: no face found, or the photo could not be read. */
  readonly failureToAcquire: CountedRate;
  readonly byOutcome: Readonly<Record<string, number>>;
  /** Photos that the gates of a live capture refuse, by their first reason. */
  readonly refusedByGates: Readonly<Record<string, number>>;
  /** At most 200 names. */
  readonly missedPhotos: readonly string[];
}

export interface PadEvaluation {
  readonly dataset: string;
  readonly policy: string;
  /** Decision of the PAD model alone, on the frames that gave a score. */
  readonly model: PresentationAttackRates;
  /** Decision of the whole capture: no face, quality and PAD all refuse. */
  readonly capture: PresentationAttackRates;
  /** Decision of the PAD model over three frames of a recording together. */
  readonly threeFrames: PadOverFrames;
  readonly threshold: number;
  /** What the PAD model alone would do at other thresholds. */
  readonly byThreshold: readonly PadAtThreshold[];
  readonly byOutcome: Readonly<Record<string, number>>;
}

export interface EvaluationReport {
  readonly schemaVersion: 1;
  readonly kind: 'face-evaluation';
  /** ISO date, as it was passed in. */
  readonly date: string;
  readonly command: string;
  readonly machine: MachineInfo;
  readonly dataset: {
    readonly name: string;
    readonly photos: number;
    readonly subjects: number;
    readonly warnings: readonly string[];
  } | null;
  readonly engine: {
    readonly engine: string;
    readonly pack: string;
    readonly modelId: string;
    readonly detector: string;
    readonly isMirrorAveraged: boolean;
  };
  readonly acquisition: AcquisitionReport | null;
  readonly protocols: readonly ProtocolReport[];
  readonly identification: readonly (Identification & { readonly photosPerTemplate: number })[];
  /** One person enrolled as two, by photos of a template. */
  readonly twiceEnrolled: readonly TwiceEnrolledTrial[];
  /** Registering twice, by size of the gallery. */
  readonly duplicates: readonly DuplicateTrial[];
  /** Claims between people who look alike. */
  readonly lookalikes: readonly LookalikeTrial[];
  readonly pad: PadEvaluation | null;
  readonly method: readonly string[];
  readonly notTested: readonly string[];
}
