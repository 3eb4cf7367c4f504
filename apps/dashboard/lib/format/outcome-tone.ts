import type { Tone } from '../../components/ui/pill';

const GOOD = new Set(['MATCH', 'REGISTERED', 'RECORDED']);
const HARMLESS = new Set(['DOUBLE_TAP']);

/** True if an attempt ended as the person wished, or changed nothing for them. */
export function isAccepted(outcome: string): boolean {
  return GOOD.has(outcome) || HARMLESS.has(outcome);
}

/** Poor photos are nobody's fault; a face that is not the person, or not a person, is worth a look. */
const BAD = new Set([
  'NON_MATCH',
  'NO_MATCH',
  'PRESENTATION_ATTACK',
  'LIVENESS_FAILED',
  'LOCKED_OUT',
  'DUPLICATE_FACE',
]);

export function outcomeTone(outcome: string): Tone {
  if (GOOD.has(outcome)) return 'good';
  if (HARMLESS.has(outcome)) return 'quiet';
  return BAD.has(outcome) ? 'bad' : 'warn';
}
