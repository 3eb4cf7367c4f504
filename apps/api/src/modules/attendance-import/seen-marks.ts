import { ATTENDANCE_KINDS } from '@rollcall/contracts';
import type { ResolvedMark } from './imported-event.js';

/** Marks that came by in one file: a dry run has no database to remember them. About 40 bytes for each. */
export class SeenMarks {
  private readonly people = new Map<string, Set<number>>();

  /** False if it came by before. */
  add({ employeeId, at, kind }: ResolvedMark): boolean {
    const own = this.people.get(employeeId) ?? new Set<number>();
    this.people.set(employeeId, own);
    // Instant and kind in one number: milliseconds times five stay far below 2^53.
    const key = at.getTime() * ATTENDANCE_KINDS.length + ATTENDANCE_KINDS.indexOf(kind);
    if (own.has(key)) return false;
    own.add(key);
    return true;
  }
}
