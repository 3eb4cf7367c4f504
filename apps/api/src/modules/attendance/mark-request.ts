import { type AttendanceKind } from '@rollcall/contracts';
import { hashInput } from '@rollcall/db';
import { badInput } from '../../services/bad-input.js';
import { hashesOfShown, readShownFace, type ShownFace } from '../../services/shown-face.js';
import type { RecordAttendanceInput } from './attendance.inputs.js';
import type { GivenLocation } from './place-check.js';

/** A mark as it was asked for, checked for its form. */
export interface MarkRequest {
  /** Names the mark: the idempotency key. */
  readonly key: string;
  /** Who the person says they are; nobody: the face alone is to tell. */
  readonly who: { readonly number: string } | { readonly badge: string } | { readonly nobody: true };
  /** What the person shows: a face, with the PIN beside it if need be, or the PIN in its place. */
  readonly proof: { readonly shown: ShownFace; readonly besidePin: string | null } | { readonly pin: string };
  readonly kind: AttendanceKind;
  readonly costCentre: string | null;
  readonly location: GivenLocation | null;
  readonly capturedAt: Date | null;
  /** Kept by a device that did not reach us: its capture is the time that counts. */
  readonly isOffline: boolean;
  /** When the request reached us: the time that counts for a mark that is not offline. */
  readonly receivedAt: Date;
}

/** @throws DomainError BAD_USER_INPUT naming the field; the errors of an image that cannot be read */
export function readMarkRequest(input: RecordAttendanceInput, receivedAt: Date): MarkRequest {
  requireKey(input.idempotencyKey);
  return {
    key: `mark:${input.idempotencyKey}`,
    who: readWho(input),
    proof: readProof(input),
    kind: input.kind,
    costCentre: input.costCentre?.trim() || null,
    location: readLocation(input),
    capturedAt: input.capturedAt ?? null,
    isOffline: input.isOffline ?? false,
    receivedAt,
  };
}

export function requireKey(idempotencyKey: string): void {
  if (idempotencyKey.trim() === '') throw badInput('idempotencyKey', 'This must not be empty.');
}

function readWho(input: RecordAttendanceInput): MarkRequest['who'] {
  const number = input.employeeNumber?.trim() ?? '';
  const badge = input.badge?.trim() ?? '';
  if (number === '' && badge === '') return { nobody: true };
  if (number !== '' && badge !== '') throw badInput('badge', 'Send a number or a badge, not both.');
  return badge === '' ? { number } : { badge };
}

function readLocation({ location }: RecordAttendanceInput): GivenLocation | null {
  if (location == null) return null;
  const { latitude, longitude, accuracyMetres } = location;
  if (Math.abs(latitude) > 90) throw badInput('location.latitude', 'A latitude is from -90 to 90 degrees.');
  if (Math.abs(longitude) > 180) throw badInput('location.longitude', 'A longitude is from -180 to 180 degrees.');
  return { latitude, longitude, accuracyMetres };
}

function readProof({ image, pin, frames, challengeId }: RecordAttendanceInput): MarkRequest['proof'] {
  const isFaceShown = image != null || challengeId != null || (frames ?? []).length > 0;
  if (pin != null && !isFaceShown) return { pin };
  return { shown: readShownFace({ image, frames, challengeId }), besidePin: pin ?? null };
}

/**
 * The image counts by its bytes, however they were encoded. A PIN is short enough to be guessed from its hash, so it stays out. What
 * was left out stays out too: a key keeps its answer over an update that brings new fields. Of a device its times stay out: a mark
 * whose answer was lost is sent again as an offline one, and gets the answer it has.
 */
export function hashOfRequest(
  { who, kind, proof, costCentre, location, capturedAt }: MarkRequest,
  { isDevice }: { readonly isDevice: boolean },
): string {
  return hashInput({
    kind,
    ...('nobody' in who ? {} : 'badge' in who ? { badge: who.badge } : { employeeNumber: who.number }),
    ...('pin' in proof ? { proof: 'PIN' } : hashesOfShown(proof.shown)),
    ...('besidePin' in proof && proof.besidePin !== null && { beside: 'PIN' }),
    ...(costCentre !== null && { costCentre }),
    ...(location !== null && { location: { ...location } }),
    ...(capturedAt !== null && !isDevice && { capturedAt: capturedAt.toISOString() }),
  });
}
