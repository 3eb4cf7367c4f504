import type { OperatingPoint } from '@rollcall/models';
import { selectIdentificationPoint } from '../../match/identification-policy.js';
import type { CaptureOptions } from '../../pipeline/capture.js';
import type { PadDataset } from '../datasets/pad-labels.dataset.js';
import type { PairDataset } from '../datasets/photo-set.js';
import { countedRate } from '../metrics/intervals.metric.js';
import type { AcquisitionReport, EvaluationReport, ProtocolReport } from '../report/report.types.js';
import { METHOD, NOT_TESTED } from '../report/statements.js';
import { type Comparisons, compareAllPairs, comparePairs, type VectorTable } from './compare-photos.js';
import { duplicateTrial } from './duplicate-trial.js';
import { type EmbeddedPhotos, embedPhotos } from './embed-photos.js';
import { enrolmentTrial } from './enrolment-trial.js';
import { evaluatePad } from './evaluate-pad.js';
import { FRAME_RULES, framesTrial } from './frames-trial.js';
import { galleryTrial } from './gallery-trial.js';
import { lookalikeTrial } from './lookalike-trial.js';
import { machineInfo } from './machine-info.js';
import type { MeasuredEngine, OnProgress } from './measured-engine.js';
import { reportProtocol } from './protocol-report.js';
import { twiceEnrolledTrial } from './twice-enrolled-trial.js';

export interface EvaluationInput {
  readonly engine: MeasuredEngine;
  readonly detector: string;
  readonly dataset: PairDataset | null;
  /** Also compare every photo with every other, and run the enrolment and gallery trials. */
  readonly isAllPairs: boolean;
  readonly padDataset: PadDataset | null;
  readonly pad: CaptureOptions['pad'];
  readonly operatingPoints: readonly OperatingPoint[];
  /** The lead of 1:N in cosine similarity. Default 0: a pack without points, which is only being measured. */
  readonly identificationMargin?: number | undefined;
  /** What the duplicate check of a registration is tried at. */
  readonly duplicateThresholds?: readonly number[] | undefined;
  /** ISO date for the report. */
  readonly date: string;
  /** The command as it was typed, for the report. */
  readonly command: string;
  readonly concurrency?: number | undefined;
  readonly isMirrorAveraged?: boolean | undefined;
  readonly replicates?: number | undefined;
  readonly onProgress?: OnProgress | undefined;
}

export interface Evaluation {
  readonly report: EvaluationReport;
  readonly embedded: EmbeddedPhotos | null;
}

/** Embeds every distinct photo once and measures what the engine makes of it. */
export async function evaluate(input: EvaluationInput): Promise<Evaluation> {
  const { engine, dataset, pad, concurrency = 1, isMirrorAveraged = false, onProgress } = input;
  const embedded =
    dataset === null
      ? null
      : await embedPhotos(engine, dataset.photos, { pad, concurrency, isMirrorAveraged, onProgress });
  const padReport = input.padDataset === null ? null : await evaluatePad(engine, input.padDataset, onProgress);
  const matched = dataset === null || embedded === null ? null : measureMatching(input, dataset, embedded);
  const report: EvaluationReport = {
    schemaVersion: 1,
    kind: 'face-evaluation',
    date: input.date,
    command: input.command,
    machine: machineInfo(),
    dataset: dataset === null ? null : describe(dataset),
    engine: {
      engine: engine.engine,
      pack: engine.pack,
      modelId: engine.modelId,
      detector: input.detector,
      isMirrorAveraged,
    },
    acquisition: matched?.acquisition ?? null,
    protocols: matched?.protocols ?? [],
    identification: matched?.identification ?? [],
    twiceEnrolled: matched?.twiceEnrolled ?? [],
    duplicates: matched?.duplicates ?? [],
    lookalikes: matched?.lookalikes ?? [],
    pad: padReport,
    method: METHOD,
    notTested: NOT_TESTED,
  };
  return { report, embedded };
}

function describe({ name, photos, warnings }: PairDataset): NonNullable<EvaluationReport['dataset']> {
  return { name, photos: photos.names.length, subjects: photos.subjectCount, warnings };
}

type Matching = Pick<
  EvaluationReport,
  'protocols' | 'identification' | 'twiceEnrolled' | 'duplicates' | 'lookalikes'
> & {
  readonly acquisition: AcquisitionReport;
};

/** The figures from vectors that are there already; without an engine. */
export function measureMatching(input: MatchingInput, dataset: PairDataset, embedded: EmbeddedPhotos): Matching {
  const { photos, pairs } = dataset;
  const table: VectorTable = { ...embedded, isAcquired: embedded.isCaptured };
  const strict: VectorTable = { ...embedded, isAcquired: embedded.isAdmitted };
  const quality = Float64Array.from(embedded.outcomes, ({ quality: score }) => score ?? 0);
  const add = (protocol: ProtocolReport['protocol'], gates: ProtocolReport['gates'], comparisons: Comparisons) =>
    protocols.push(
      reportProtocol({
        ...input,
        protocol,
        gates,
        photos,
        comparisons,
        quality: protocol.endsWith('pairs') ? quality : null,
      }),
    );
  const protocols: ProtocolReport[] = [];
  if (pairs !== null) {
    add('pairs', 'reported', comparePairs(table, photos, pairs));
    add('pairs', 'enforced', comparePairs(strict, photos, pairs));
  }
  if (input.isAllPairs) {
    add('all-pairs', 'reported', compareAllPairs(table, photos, input.onProgress));
    for (const [protocol, photosPerTemplate] of [
      ['one-photo-enrolment', 1],
      ['three-photo-enrolment', 3],
    ] as const) {
      const trial = enrolmentTrial(table, photos, photosPerTemplate);
      if (trial !== null) add(protocol, 'reported', trial.comparisons);
    }
    for (const rule of FRAME_RULES) {
      const comparisons = framesTrial(table, photos, quality, rule);
      if (comparisons !== null) add(rule, 'reported', comparisons);
    }
  }
  return {
    acquisition: reportAcquisition(dataset, embedded),
    protocols,
    identification: input.isAllPairs ? searchesAmongMany(input, table, photos) : [],
    ...(input.isAllPairs
      ? claimsOfOthers(input, table, photos)
      : { twiceEnrolled: [], duplicates: [], lookalikes: [] }),
  };
}

/** 1:N as it ships: in galleries of the sizes that are promised, each at the point for so many people, with the lead. */
function searchesAmongMany(input: MatchingInput, table: VectorTable, photos: PairDataset['photos']) {
  const { identificationMargin: margin = 0, operatingPoints } = input;
  const sizes = new Set(GALLERY_SIZES.map((size) => Math.min(size, photos.subjectCount - 1)));
  return [...sizes].flatMap((gallerySize) =>
    PHOTOS_PER_TEMPLATE.flatMap((photosPerTemplate) => {
      const point = selectIdentificationPoint(operatingPoints, gallerySize);
      const points = point === null ? [] : [point];
      const trial = galleryTrial(table, photos, { gallerySize, photosPerTemplate, margin, points });
      return trial === null ? [] : [{ ...trial, photosPerTemplate }];
    }),
  );
}

/** Who is taken for somebody else when registering, between people who look alike and who cannot be told apart; with one photo and with three. */
function claimsOfOthers(input: MatchingInput, table: VectorTable, photos: PairDataset['photos']) {
  const duplicates = PHOTOS_PER_TEMPLATE.flatMap((photosPerTemplate) =>
    GALLERY_SIZES.flatMap(
      (gallerySize) =>
        duplicateTrial(table, photos, input.duplicateThresholds ?? [], { gallerySize, photosPerTemplate }) ?? [],
    ),
  );
  const { identificationMargin: margin = 0, operatingPoints: points } = input;
  const twiceEnrolled = PHOTOS_PER_TEMPLATE.flatMap(
    (photosPerTemplate) => twiceEnrolledTrial(table, photos, { photosPerTemplate, margin, points }) ?? [],
  );
  const thresholds = points.map(({ threshold }) => threshold);
  const lookalikes = PHOTOS_PER_TEMPLATE.flatMap(
    (photosPerTemplate) => lookalikeTrial(table, photos, thresholds, photosPerTemplate) ?? [],
  );
  return { twiceEnrolled, duplicates, lookalikes };
}

const PHOTOS_PER_TEMPLATE = [1, 3];

/** How many people the shipped points are safe for: a small organisation, and the most. */
const GALLERY_SIZES = [100, 1_000];

export type MatchingInput = Pick<
  EvaluationInput,
  'isAllPairs' | 'operatingPoints' | 'identificationMargin' | 'duplicateThresholds' | 'onProgress' | 'replicates'
>;

function reportAcquisition({ photos }: PairDataset, { outcomes, isCaptured }: EmbeddedPhotos): AcquisitionReport {
  const missed = [...isCaptured.keys()].filter((photo) => isCaptured[photo] !== 1);
  return {
    photos: outcomes.length,
    failureToAcquire: countedRate(missed.length, outcomes.length),
    byOutcome: countBy(outcomes.map(({ outcome }) => outcome)),
    refusedByGates: countBy(outcomes.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]))),
    missedPhotos: missed.slice(0, 200).map((photo) => photos.names[photo] ?? ''),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
