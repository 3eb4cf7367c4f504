import { type CountedRate, countedRate } from '../metrics/intervals.metric.js';
import type { PresentationDecision } from '../metrics/presentation-attack.metric.js';

/** What the model alone would decide at one threshold; frames without a score are left out. */
export interface PadAtThreshold {
  readonly threshold: number;
  /** Attack frames taken as bona fide. */
  readonly apcer: CountedRate;
  /** Bona fide frames refused. */
  readonly bpcer: CountedRate;
}

/** Beside the shipped threshold: what a looser and a stricter one would do (docs/adr/0024). */
export const PAD_TRIAL_THRESHOLDS: readonly number[] = [0.3, 0.5, 0.7];

/** A score of exactly the threshold is bona fide. */
export function padByThreshold(
  decisions: readonly Pick<PresentationDecision, 'isBonaFide' | 'score'>[],
  thresholds: readonly number[] = PAD_TRIAL_THRESHOLDS,
): readonly PadAtThreshold[] {
  const scores = (isBonaFide: boolean) =>
    decisions.flatMap((decision) =>
      decision.isBonaFide === isBonaFide && decision.score !== null ? [decision.score] : [],
    );
  const [bonaFide, attacks] = [scores(true), scores(false)];
  return thresholds.map((threshold) => ({
    threshold,
    apcer: countedRate(attacks.filter((score) => score >= threshold).length, attacks.length),
    bpcer: countedRate(bonaFide.filter((score) => score < threshold).length, bonaFide.length),
  }));
}
