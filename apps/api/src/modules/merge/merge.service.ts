import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { addDays, type DateRange, datesOf } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { AssignmentService } from '../roster/assignment.service.js';
import type { MergeEmployeesInput, UnmergeEmployeesInput } from './merge.inputs.js';

const EVER = { from: new Date(0), to: new Date('9999-12-31T00:00:00Z') };
const ALL_DATES = { from: '0000-01-01', to: '9999-12-31' };

/**
 * Makes two records of one person count as one, and two again. What the second one has is never rewritten: marks, leave,
 * shifts and decisions on overtime are read through `mergedIntoId`.
 */
export class MergeService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly assignments: Pick<AssignmentService, 'checkOverlap'>,
  ) {}

  /**
   * The second record leaves, and what it has counts for the first: the days of both are built anew in the same transaction.
   *
   * @throws DomainError NOT_FOUND; BAD_USER_INPUT for one record given twice or one that left before; CONFLICT if one of them was changed in the meantime or takes
   * part in a merge that stands in the way; SHIFT_OVERLAP if the shifts of both contradict each other; DAY_CLOSED if a day
   * with marks, leave or decided overtime of the second record is finalised for either
   */
  async merge(actor: Actor, input: MergeEmployeesInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const reason = requiredText('reason', input.reason);
    const { keepId, mergeId } = input;
    if (keepId === mergeId) throw badInput('mergeId', 'These are not two records.');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const keep = await this.visible(actor, keepId, session);
      const merged = await this.visible(actor, mergeId, session);
      if (keep.status !== 'ACTIVE') throw badInput('keepId', 'Keep the record of somebody who works here.');
      if (merged.status === 'ERASED') throw badInput('mergeId', 'This record was erased.');
      const isPart = keep.mergedIntoId != null || merged.mergedIntoId != null;
      if (isPart || (await db.employees.listMergedInto([mergeId], { session })).length > 0)
        throw new DomainError('CONFLICT', { internal: 'one of them takes part in another merge' });
      const range = await this.openDays([keep, merged], merged, session);
      const at = now();
      const kept = await db.employees.update(keepId, {}, { version: input.keepVersion, now: at }, { session });
      const before = { statusBeforeMerge: merged.status, mergedDaysFrom: range.from };
      const change = { mergedIntoId: keepId, ...before, status: 'INACTIVE' as const };
      const left = await db.employees.update(mergeId, change, { version: input.mergeVersion, now: at }, { session });
      await this.assignments.checkOverlap(kept, session);
      await this.days.rebuildIn([kept, left], range, at, session);
      await this.note(actor, 'EMPLOYEE_MERGED', mergeId, { intoId: keepId, reason }, session);
      return kept;
    });
  }

  /**
   * Puts the second record back as it was. What was corrected in its marks in the meantime stays with it.
   *
   * @throws DomainError NOT_FOUND; CONFLICT if it was changed in the meantime or is not merged; DAY_CLOSED as for a merge
   */
  async unmerge(actor: Actor, input: UnmergeEmployeesInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const reason = requiredText('reason', input.reason);
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const merged = await this.visible(actor, input.mergedId, session);
      const { mergedIntoId, statusBeforeMerge } = merged;
      if (mergedIntoId == null) throw new DomainError('CONFLICT', { internal: 'not merged' });
      const keep = await this.visible(actor, mergedIntoId, session);
      const open = await this.openDays([keep], merged, session);
      const { mergedDaysFrom } = merged;
      const range = mergedDaysFrom != null && mergedDaysFrom < open.from ? { ...open, from: mergedDaysFrom } : open;
      const at = { version: input.version, now: now() };
      const nothing = { mergedIntoId: null, statusBeforeMerge: null, mergedDaysFrom: null };
      const change = { ...nothing, status: statusBeforeMerge ?? ('INACTIVE' as const) };
      const restored = await db.employees.update(merged.id, change, at, { session });
      await this.days.rebuildIn([keep, restored], range, at.now, session);
      await this.note(actor, 'EMPLOYEE_UNMERGED', merged.id, { fromId: keep.id, reason }, session);
      return restored;
    });
  }

  /** The dates to build anew: of all marks and days of the second record, until today. @throws DomainError DAY_CLOSED */
  private async openDays(
    people: readonly Employee[],
    { id, createdAt }: Employee,
    session: DbSession,
  ): Promise<DateRange> {
    const { db, now } = this.context;
    const marks = await db.attendanceEvents.listByEmployees([id], EVER, { session });
    const days = await db.dayRecords.listOf([id], ALL_DATES, { session });
    const today = localDateOf(now(), 'Pacific/Kiritimati');
    const localDates = marks.map(({ localDate }) => localDate).sort();
    // A mark at night belongs to the day before, of whichever record it counts for.
    const ids = people.map((person) => person.id);
    const around = { from: addDays(localDates[0] ?? today, -1), to: localDates.at(-1) ?? today };
    const own = new Set(marks.map((mark) => mark.id));
    const holding = (await db.dayRecords.listOf(ids, around, { session })).filter((day) =>
      this.days.verdictOf(day).marks.some(({ eventId }) => own.has(eventId)),
    );
    const marked = [...localDates, ...holding.map(({ workDate }) => workDate)];
    const decided = await this.decidedDates(id, today, session);
    for (const date of new Set([...marked, ...decided]))
      for (const person of people) await this.days.assertOpen(person.id, { from: date, to: date }, session);
    const dates = [
      ...marked,
      ...decided,
      ...days.map(({ workDate }) => workDate),
      localDateOf(createdAt, 'UTC'),
      today,
    ].sort();
    return { from: dates[0] ?? today, to: dates.at(-1) ?? today };
  }

  /** Until today, the dates with leave or decided overtime of a record. */
  private async decidedDates(id: string, today: string, session: DbSession): Promise<readonly string[]> {
    const { db } = this.context;
    const until = { from: ALL_DATES.from, to: today };
    const leaves = await db.leaves.listOf([id], ['APPROVED'], until, { session });
    const overtime = await db.overtimeDecisions.listOf([id], until, { session });
    const ofLeaves = leaves.flatMap(({ from, to }) => datesOf({ from, to: to < today ? to : today }));
    return [...ofLeaves, ...overtime.map(({ workDate }) => workDate)];
  }

  private async note(actor: Actor, action: string, id: string, details: Record<string, string>, session: DbSession) {
    const entry = auditEntry(this.context, actor, { action, target: employeeTarget(id), details });
    await this.context.db.audit.insert(entry, { session });
  }

  private async visible(actor: Actor, id: string, session: DbSession): Promise<Employee> {
    const employee = await this.context.db.employees.findById(id, { session });
    if (employee === null || !isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    return employee;
  }
}
