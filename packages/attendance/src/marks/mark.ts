import type { AttendanceKind } from '@rollcall/contracts';
import { invalid } from '../input/invalid.js';
import { compareText } from '../order/compare.js';
import { parseInstant } from '../time/instant.js';
import { assertTimeZone } from '../time/zone.js';
import type { AttendanceEvent } from '../types/events.js';

/** An event with its moment as a number. */
export interface Mark {
  readonly event: AttendanceEvent;
  readonly ms: number;
}

/**
 * Reads the events of one employee, in time order; marks of the same instant by kind (an out before an in last), then id.
 *
 * @throws DomainError BAD_USER_INPUT naming `events[i].…`: another employee's event, an id twice, a bad moment or zone
 */
export function readMarks(events: readonly AttendanceEvent[], employeeId: string): readonly Mark[] {
  const seen = new Set<string>();
  const marks = events.map((event, index) => {
    if (event.employeeId !== employeeId) {
      throw invalid(`events[${index}].employeeId`, 'OTHER_EMPLOYEE', 'Events of one employee at a time.');
    }
    if (seen.has(event.eventId)) throw invalid(`events[${index}].eventId`, 'DUPLICATE_ID', 'Event ids are unique.');
    seen.add(event.eventId);
    assertTimeZone(event.timeZone, `events[${index}].timeZone`);
    return { event, ms: parseInstant(event.at, `events[${index}].at`) };
  });
  return marks.sort(inTimeOrder);
}

const KIND_RANK: Readonly<Record<AttendanceKind, number>> = {
  CHECK_IN: 0,
  BREAK_START: 1,
  BREAK_END: 2,
  AUTO: 3,
  CHECK_OUT: 4,
};

function inTimeOrder(a: Mark, b: Mark): number {
  return (
    a.ms - b.ms || KIND_RANK[a.event.kind] - KIND_RANK[b.event.kind] || compareText(a.event.eventId, b.event.eventId)
  );
}
