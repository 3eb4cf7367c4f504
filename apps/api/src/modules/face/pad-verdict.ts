import type { PadPolicy } from '@rollcall/contracts';
import { type PadReport, padOfFrames } from '@rollcall/face-core';

/**
 * How each of several pictures is captured: an attack is noted and not refused, since one picture does not decide
 * (docs/adr/0058-attack-detection-over-several-frames.md).
 */
export const padOfEachFrame = 'FLAG' satisfies PadPolicy;

export interface PadVerdict {
  readonly pad: PadReport;
  readonly isRefused: boolean;
}

/** The verdict over all pictures of one person. Without a score it refuses under every policy. */
export function judgePads(policy: PadPolicy, pads: readonly PadReport[]): PadVerdict {
  const pad = padOfFrames(pads);
  return { pad, isRefused: pad.outcome === 'UNDECIDED' || (pad.outcome === 'ATTACK' && policy === 'REFUSE') };
}
