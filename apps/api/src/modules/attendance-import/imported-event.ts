import { createHash } from 'node:crypto';
import type { AttendanceKind } from '@rollcall/contracts';
import type { ActorRef, AttendanceEvent } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';

/** A mark whose person, place and moment are known. */
export interface ResolvedMark {
  readonly employeeId: string;
  readonly siteId: string | null;
  readonly deviceId: string | null;
  readonly timeZone: string;
  readonly at: Date;
  readonly kind: AttendanceKind;
  readonly costCentre: string | null;
}

export interface ImportOrigin {
  /** The job or, for a device that pushes, null. */
  readonly importId: string | null;
  readonly actor: ActorRef;
  readonly recordedAt: Date;
}

/**
 * The same mark always has the same id, whichever file or device brings it and however often: an UUID of version 8
 * (RFC 9562) made of person, instant and kind. What is there already is so told without a race.
 */
export function importedEventId({ employeeId, at, kind }: Pick<ResolvedMark, 'employeeId' | 'at' | 'kind'>): string {
  const hash = createHash('sha256')
    .update(`rollcall.import.v1|${employeeId}|${at.toISOString()}|${kind}`)
    .digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

export function importedEvent(mark: ResolvedMark, { importId, actor, recordedAt }: ImportOrigin): AttendanceEvent {
  return {
    id: importedEventId(mark),
    ...mark,
    localDate: localDateOf(mark.at, mark.timeZone),
    source: 'DEVICE_IMPORT',
    assurance: 'IMPORT',
    attemptId: null,
    replacesEventId: null,
    isVoid: false,
    isRemote: false,
    ...{ importId, actor, recordedAt },
  };
}
