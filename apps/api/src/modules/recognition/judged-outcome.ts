import type { IdentificationOutcome, RecordAttendanceOutcome, VerificationOutcome } from '@rollcall/contracts';

/**
 * What the end of an attempt says about recognition.
 * - `RECOGNISED`: the face was the right one, whatever came of it
 * - `REFUSED`: a face was looked for and not taken
 * - `UNJUDGED`: nothing was compared, or what came of it is not kept
 */
export type Judgement = 'RECOGNISED' | 'REFUSED' | 'UNJUDGED';

const JUDGEMENTS: Readonly<Record<VerificationOutcome | IdentificationOutcome | RecordAttendanceOutcome, Judgement>> = {
  MATCH: 'RECOGNISED',
  RECORDED: 'RECOGNISED',
  DOUBLE_TAP: 'RECOGNISED',
  NOT_EMPLOYED: 'RECOGNISED',
  OUTSIDE_GEOFENCE: 'RECOGNISED',
  NETWORK_REFUSED: 'RECOGNISED',
  PIN_REQUIRED: 'RECOGNISED',
  PIN_MISMATCH: 'RECOGNISED',
  PIN_NOT_SET: 'RECOGNISED',
  NON_MATCH: 'REFUSED',
  NO_MATCH: 'REFUSED',
  AMBIGUOUS: 'REFUSED',
  NO_FACE: 'REFUSED',
  MULTIPLE_FACES: 'REFUSED',
  LOW_QUALITY: 'REFUSED',
  PRESENTATION_ATTACK: 'REFUSED',
  LIVENESS_FAILED: 'REFUSED',
  NOT_ENROLLED: 'UNJUDGED',
  LOCKED_OUT: 'UNJUDGED',
  PIN_NOT_ALLOWED: 'UNJUDGED',
  // The same answer whether the face fitted or not.
  DEVICE_REFUSED: 'UNJUDGED',
};

/** An outcome of another version judges nothing. */
export function judgementOf(outcome: string): Judgement {
  return Object.hasOwn(JUDGEMENTS, outcome) ? JUDGEMENTS[outcome as keyof typeof JUDGEMENTS] : 'UNJUDGED';
}
