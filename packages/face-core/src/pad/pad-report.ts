/** `UNDECIDED`: there is no usable score; it is treated like an attack. */
export type PadOutcome = 'BONA_FIDE' | 'ATTACK' | 'UNDECIDED';

export interface PadReport {
  readonly outcome: PadOutcome;
  /** 0 to 1, higher is more bona fide; null if the model gave none. */
  readonly score: number | null;
  readonly threshold: number;
  readonly modelId: string;
}

/** Compares a score with the shipped threshold. A missing or impossible score never counts as bona fide. */
export function judgePad(
  score: number | null | undefined,
  { threshold, modelId }: { threshold: number; modelId: string },
): PadReport {
  if (score === null || score === undefined || !(score >= 0 && score <= 1)) {
    return { outcome: 'UNDECIDED', score: null, threshold, modelId };
  }
  return { outcome: score >= threshold ? 'BONA_FIDE' : 'ATTACK', score, threshold, modelId };
}
