import { type AttendanceEvent, diffDayRecords, type DayRecord as EngineDay } from '@rollcall/attendance';
import type { DayRecord, NewAuditEntry } from '@rollcall/db';
import type { ServiceContext } from '../../services/service-context.js';
import { toEngineDay } from './day-record.mapper.js';

/** The rules themselves act here, not a person: who changed what they judge by stands in an entry of its own. */
const DAY_RULES = { kind: 'SYSTEM', id: 'day-rules' } as const;

/**
 * Says why somebody who was called absent is not any more: which of the inputs changed, and which marks count that did not
 * before, with when they were made and when they arrived.
 *
 * @param after null: there is no such day any more
 */
export function absenceWithdrawal(
  { now, newId }: Pick<ServiceContext, 'now' | 'newId'>,
  before: DayRecord,
  after: EngineDay | null,
  events: readonly AttendanceEvent[],
): NewAuditEntry {
  const former = toEngineDay(before);
  const [change] = diffDayRecords([former], after === null ? [] : [after]).changes;
  const known = new Set(former.marks.map(({ eventId }) => eventId));
  const eventOf = new Map(events.map((event) => [event.eventId, event]));
  const marks = (after?.marks ?? [])
    .filter(({ eventId }) => !known.has(eventId))
    .map(({ eventId, at }) => {
      const { source = null, recordedAt = null, isOffline = null } = eventOf.get(eventId) ?? {};
      return { eventId, at, source, recordedAt, isOffline: isOffline === true };
    });
  return {
    id: newId(),
    at: now(),
    actor: DAY_RULES,
    action: 'ABSENCE_WITHDRAWN',
    target: { kind: 'EMPLOYEE', id: before.employeeId },
    outcome: 'DONE',
    requestId: null,
    details: {
      workDate: before.workDate,
      shiftId: before.shiftId,
      statusAfter: after?.status ?? null,
      causes: [...(change?.causes ?? [])],
      marks,
    },
  };
}
