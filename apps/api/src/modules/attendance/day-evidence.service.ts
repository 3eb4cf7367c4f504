import { DomainError } from '@rollcall/contracts';
import type { AttendanceEvent, Correction, DayRecord, Leave, OffShiftMark, OvertimeDecision } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit } from '../../access/read-limit.js';
import { addDays, isCalendarDate } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import { toEngineDay } from './day-record.mapper.js';

const MAX_LISTED = 100;

/** Everything there is about one person on one date. */
export interface DayEvidence {
  readonly employeeId: string;
  readonly date: string;
  /** One for each shift. */
  readonly days: readonly DayRecord[];
  /** All marks of that date and of those days, also those that count no more. */
  readonly events: readonly AttendanceEvent[];
  readonly offShift: readonly OffShiftMark[];
  readonly corrections: readonly Correction[];
  readonly leaves: readonly Leave[];
  readonly overtime: readonly OvertimeDecision[];
}

export class DayEvidenceService {
  constructor(private readonly context: ServiceContext) {}

  /** @throws DomainError BAD_USER_INPUT for a date that is none; NOT_FOUND for people the actor may not see */
  async find(actor: Actor, employeeId: string, date: string): Promise<DayEvidence> {
    const limit = readLimit(actor, 'attendance:read');
    if (!isCalendarDate(date))
      throw new DomainError('BAD_USER_INPUT', {
        details: { field: 'date', problem: 'This must be a date of the calendar, YYYY-MM-DD.' },
      });
    const { db } = this.context;
    const employee = await db.employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    const range = { from: date, to: date };
    const around = { from: new Date(`${addDays(date, -2)}T00:00:00Z`), to: new Date(`${addDays(date, 3)}T00:00:00Z`) };
    const records = [employeeId, ...(await db.employees.listMergedInto([employeeId])).map(({ id }) => id)];
    const [days, near, offShift, corrections, leaves, overtime] = await Promise.all([
      db.dayRecords.listByDay(employeeId, date),
      db.attendanceEvents.listByEmployees(records, around),
      db.offShiftMarks.list({ employeeId, ...range }, { first: MAX_LISTED }),
      db.corrections.list({ employeeId, ...range }, { first: MAX_LISTED }),
      db.leaves.listOf(records, ['PENDING', 'APPROVED'], range),
      db.overtimeDecisions.listOf(records, range),
    ]);
    const counted = new Set(days.flatMap((day) => toEngineDay(day).marks.map(({ eventId }) => eventId)));
    const events = near.filter((event) => event.localDate === date || counted.has(event.id));
    return {
      employeeId,
      date,
      days,
      events,
      offShift: offShift.nodes,
      corrections: corrections.nodes,
      leaves,
      overtime,
    };
  }
}
