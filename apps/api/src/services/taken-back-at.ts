import type { AttendanceEvent } from '@rollcall/db';

/**
 * Where the event that takes a mark back stands: at its time; a millisecond later if the mark was a correction itself, because two events
 * of one person, instant, kind and source are taken for the same one. Nothing is counted by this time.
 */
export function takenBackAt({ at, source }: Pick<AttendanceEvent, 'at' | 'source'>): Date {
  return source === 'CORRECTION' ? new Date(at.getTime() + 1) : at;
}
