import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DomainError } from '@rollcall/contracts';
import type { CaptureOptions } from '../../pipeline/capture.js';
import type { PadDataset } from '../datasets/pad-labels.dataset.js';
import { type PresentationDecision, presentationAttackRates } from '../metrics/presentation-attack.metric.js';
import type { PadEvaluation } from '../report/report.types.js';
import type { MeasuredEngine, OnProgress } from './measured-engine.js';
import { padByThreshold } from './pad-by-threshold.js';
import { padOverFrames } from './pad-over-frames.js';

interface Presented {
  readonly decision: PresentationDecision;
  readonly isModelBonaFide: boolean;
  readonly outcome: string;
  readonly threshold: number | null;
}

/**
 * Presents every photo of a labelled set to the engine with PAD on and counts, for the model alone and for the whole
 * capture, which attacks come through and which genuine people do not.
 *
 * @throws DomainError `MODEL_INTEGRITY`
 */
export async function evaluatePad(
  engine: MeasuredEngine,
  dataset: PadDataset,
  onProgress?: OnProgress,
): Promise<PadEvaluation> {
  const presented: Presented[] = [];
  for (const [index, presentation] of dataset.presentations.entries()) {
    const bytes = await readFile(resolve(dataset.root, presentation.name));
    presented.push(await present(engine, bytes, presentation));
    onProgress?.({ stage: 'presenting attacks', done: index + 1, total: dataset.presentations.length });
  }
  const byOutcome: Record<string, number> = {};
  for (const { decision, outcome } of presented) {
    const key = `${decision.isBonaFide ? 'bona fide' : 'attack'}: ${outcome}`;
    byOutcome[key] = (byOutcome[key] ?? 0) + 1;
  }
  const scored = presented.filter(({ decision }) => decision.score !== null);
  const threshold = presented.find((one) => one.threshold !== null)?.threshold ?? Number.NaN;
  return {
    dataset: dataset.name,
    policy: 'REFUSE',
    model: presentationAttackRates(
      scored.map(({ decision, isModelBonaFide }) => ({ ...decision, isAccepted: isModelBonaFide })),
    ),
    capture: presentationAttackRates(presented.map(({ decision }) => decision)),
    threeFrames: padOverFrames(
      presented.map(({ decision }) => decision),
      threshold,
    ),
    byThreshold: padByThreshold(presented.map(({ decision }) => decision)),
    ...{ threshold, byOutcome },
  };
}

async function present(
  engine: MeasuredEngine,
  bytes: Uint8Array,
  { isBonaFide, attack, source }: PadDataset['presentations'][number],
): Promise<Presented> {
  const options: CaptureOptions = { pad: 'REFUSE', gates: 'REPORT' };
  try {
    const result = await engine.capture(bytes, options);
    const refusal = result.outcome === 'CAPTURED' ? (result.overlooked ?? null) : result.outcome;
    const decision = { isBonaFide, attack, source, score: result.pad?.score ?? null, isAccepted: refusal === null };
    return {
      decision,
      isModelBonaFide: result.pad?.outcome === 'BONA_FIDE',
      outcome: refusal ?? 'CAPTURED',
      threshold: result.pad?.threshold ?? null,
    };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'MODEL_INTEGRITY') throw error;
    const decision = { isBonaFide, attack, source, score: null, isAccepted: false };
    return { decision, isModelBonaFide: false, outcome: error.code, threshold: null };
  }
}
