import {
  buildDayRecords,
  type DayRecordsInput,
  type DayRecordsResult,
  type DayRecord as EngineDay,
  type OffShiftMark as EngineOffShift,
  type PolicyInput,
} from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import {
  type AttendancePolicy,
  type DayRecord,
  type DbSession,
  type Employee,
  type Holiday,
  type OffShiftMark,
  type Page,
  type Shift,
  siteOn,
} from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import { addDays, type DateRange, datesOf } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { absenceWithdrawal } from './absence-withdrawal.js';
import type { AttendanceDaysArgs, OffShiftMarksArgs } from './attendance.inputs.js';
import { DayInputLoader, type LoadedPerson, type TriedChange } from './day-input.loader.js';
import { type DayLocks, dayLocks } from './day-locks.js';
import { toDayRecord, toEngineDay, toEngineOffShift, toOffShiftMark } from './day-record.mapper.js';
import { toEngineHoliday, toEnginePolicy, toEngineShift } from './engine-input.mapper.js';
import { FREE_DAY_POLICY } from './free-day.js';
import { isRosterFault } from './roster-fault.js';

export type { TriedChange } from './day-input.loader.js';

/** What a rebuild came to. */
export interface RebuildCount {
  readonly people: number;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  /** People whose roster contradicts itself: their days stay as they are. */
  readonly unjudged: number;
}

/** A change of the rules in the terms they are stored in; one of them is given. */
export interface StoredRules {
  readonly policy?: AttendancePolicy;
  readonly shift?: Shift;
  readonly holiday?: Pick<Holiday, 'date' | 'name' | 'portion' | 'siteId'>;
  readonly removedHolidayId?: string;
}

/** The verdict on one person's days as it would be now; nothing of it is stored. */
export interface ComputedDays {
  readonly person: LoadedPerson;
  readonly records: readonly EngineDay[];
  readonly offShift: readonly EngineOffShift[];
}

export interface ComputedPeople {
  readonly computed: readonly ComputedDays[];
  /** Whose roster contradicts itself, or names a shift or policy that is not there. */
  readonly unjudged: readonly Employee[];
}

export const NOTHING_REBUILT: RebuildCount = { people: 0, written: 0, removed: 0, unchanged: 0, unjudged: 0 };
const NO_DAYS: Pick<DayRecordsResult, 'records' | 'offShift'> = { records: [], offShift: [] };
/** People in one transaction of a rebuild: enough to spare round trips, few enough to repeat when a mark comes in between. */
const BATCH = 50;
const RECENT_DAYS = 31;

export class AttendanceDayService {
  private readonly loader: DayInputLoader;

  constructor(private readonly context: ServiceContext) {
    this.loader = new DayInputLoader(context);
  }

  async list(actor: Actor, { filter, sort, first, after }: AttendanceDaysArgs): Promise<Page<DayRecord>> {
    const { siteIds, employeeIds } = readLimit(actor, 'attendance:read');
    const limit = { siteIds: siteIds ?? undefined, employeeIds: employeeIds ?? undefined };
    return this.context.db.dayRecords.list({ ...filter, ...limit }, { first, after }, { sort });
  }

  /** Marks that belong to no day, newest first. */
  async listOffShift(actor: Actor, { filter, first, after }: OffShiftMarksArgs): Promise<Page<OffShiftMark>> {
    const { siteIds, employeeIds } = readLimit(actor, 'attendance:read');
    const limit = { siteIds: siteIds ?? undefined, employeeIds: employeeIds ?? undefined };
    return this.context.db.offShiftMarks.list({ ...filter, ...limit }, { first, after });
  }

  /** Builds the days around one mark anew: it may belong to a shift of the day before. In the transaction of the mark. */
  async rebuildAround(employee: Employee, localDate: string, asOf: Date, session: DbSession): Promise<RebuildCount> {
    const range = { from: addDays(localDate, -1), to: addDays(localDate, 1) };
    return this.rebuildIn([employee], range, asOf, session);
  }

  /** Builds these people's days anew, a few people at a time. Dates of finalised periods stay as they are. */
  async rebuild(employees: readonly Employee[], range: DateRange, asOf: Date): Promise<RebuildCount> {
    let total = NOTHING_REBUILT;
    for (let start = 0; start < employees.length; start += BATCH) {
      const batch = employees.slice(start, start + BATCH);
      total = addCounts(
        total,
        await this.context.db.withTransaction((session) => this.rebuildIn(batch, range, asOf, session)),
      );
    }
    return total;
  }

  /**
   * Builds the days of these people from a date until today anew, at most the last month of them: what lies further back is
   * computed with a preview. Call it after the change was written.
   */
  async rebuildRecent(employeeIds: readonly string[], from: string): Promise<RebuildCount> {
    const asOf = this.context.now();
    const today = localDateOf(asOf, 'Pacific/Kiritimati');
    const earliest = addDays(today, -RECENT_DAYS);
    const range = { from: from > earliest ? from : earliest, to: today };
    if (range.from > range.to) return NOTHING_REBUILT;
    return this.rebuild(await this.context.db.employees.listByIds(employeeIds), range, asOf);
  }

  /** @throws DomainError DAY_CLOSED if one of the dates is finalised for this person, by a period or by the day itself */
  async assertOpen(employeeId: string, range: DateRange, session: DbSession): Promise<void> {
    const { db } = this.context;
    const employee = await db.employees.getById(employeeId, { session });
    if (employee.mergedIntoId != null) await this.assertOpen(employee.mergedIntoId, range, session);
    const periods = await db.finalisedPeriods.listInForce(range, { session });
    const closed = periods.find((period) => {
      const isLocked = dayLocks([period]);
      return datesOf(range).some((date) => isLocked(date, siteOn(employee, date), employee.departmentId));
    });
    if (closed !== undefined) throw new DomainError('DAY_CLOSED', { details: { from: closed.from, to: closed.to } });
    // Whoever changed the department afterwards keeps the days that were finalised with the former one.
    const days = await db.dayRecords.listOf([employeeId], { from: range.from, to: range.to }, { session });
    const final = days.find(({ isFinal }) => isFinal);
    if (final !== undefined)
      throw new DomainError('DAY_CLOSED', { details: { from: final.workDate, to: final.workDate } });
  }

  /**
   * What the days of these people would be now, or with a change of the rules that is not stored yet. A roster that contradicts
   * itself holds up nobody else: who has one is named beside them.
   */
  async compute(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    session?: DbSession,
    change?: TriedChange,
  ): Promise<ComputedPeople> {
    const people = await this.loader.load(employees, range, asOf, session, change);
    const computed = people.flatMap((person) => computeIfSound(person) ?? []);
    const judged = new Set(computed.map(({ person }) => person.employee.id));
    return { computed, unjudged: employees.filter(({ id }) => !judged.has(id)) };
  }

  /** Tells which dates of the range are locked at a site for a department. */
  async locksFor(range: DateRange, session?: DbSession): Promise<DayLocks> {
    return dayLocks(await this.context.db.finalisedPeriods.listInForce(range, { session }));
  }

  /**
   * Has everybody's days of these dates built anew by a job, as far as they have begun. Call it in the transaction of the
   * change, so that neither happens without the other.
   */
  async requestRebuild(range: DateRange, reason: string, session: DbSession): Promise<void> {
    const { db, now, newId } = this.context;
    const requestedAt = now();
    const today = localDateOf(requestedAt, 'Pacific/Kiritimati');
    const { from, to } = { from: range.from, to: range.to < today ? range.to : today };
    if (from > to) return;
    await db.dayRebuilds.insert({ id: newId(), from, to, reason, doneUpToId: '', requestedAt }, { session });
  }

  /** All versions of all policies as the engine reads them, that of unplanned days too. */
  async policies(): Promise<readonly PolicyInput[]> {
    return [...(await this.context.db.attendancePolicies.listAll()).map(toEnginePolicy), FREE_DAY_POLICY];
  }

  /** What the rule engine is given to try out a change that is not stored. */
  triedChange({ policy, shift, holiday, removedHolidayId }: StoredRules): TriedChange {
    return {
      policy: policy && toEnginePolicy(policy),
      shift: shift && toEngineShift(shift),
      holiday: holiday && toEngineHoliday(holiday),
      removedHolidayId,
    };
  }

  verdictOf(record: DayRecord): EngineDay {
    return toEngineDay(record);
  }

  offShiftOf(mark: OffShiftMark): EngineOffShift {
    return toEngineOffShift(mark);
  }

  /**
   * As `rebuild`, in the transaction of the caller. A roster that contradicts itself holds up nobody else: that person is
   * passed over and counted.
   */
  async rebuildIn(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    session: DbSession,
  ): Promise<RebuildCount> {
    const { db } = this.context;
    const isLocked = await this.locksFor(range, session);
    const loaded = await this.loader.load(await this.withSubjects(employees, session), range, asOf, session);
    const computed = loaded.flatMap((person) => computeIfSound(person) ?? []);
    const people = computed.map(({ person: { employee, site }, records }) => ({
      employeeId: employee.id,
      records: records.map((record) => toDayRecord(record, employee.departmentId, asOf)),
      isLocked: (workDate: string) => isLocked(workDate, siteOn(employee, workDate) ?? site.id, employee.departmentId),
    }));
    const { withdrawnAbsences, ...count } = await db.dayRecords.replaceDays(range, people, { session });
    await this.auditWithdrawals(withdrawnAbsences, computed, session);
    const marks = computed
      .flatMap(({ offShift }) => offShift)
      .filter(({ localDate }) => localDate >= range.from && localDate <= range.to);
    const ids = people.map(({ employeeId }) => employeeId);
    await db.offShiftMarks.replaceDays(ids, range, marks.map(toOffShiftMark), { session });
    return { people: people.length, ...count, unjudged: loaded.length - computed.length };
  }

  /** These people, and those whose second records are among them: a mark of such a record counts there. */
  private async withSubjects(employees: readonly Employee[], session: DbSession): Promise<readonly Employee[]> {
    const ids = new Set(employees.map(({ id }) => id));
    const missing = [...new Set(employees.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))].filter(
      (id) => !ids.has(id),
    );
    if (missing.length === 0) return employees;
    return [...employees, ...(await this.context.db.employees.listByIds(missing, { session }))];
  }

  private async auditWithdrawals(
    absences: readonly DayRecord[],
    computed: readonly ComputedDays[],
    session: DbSession,
  ): Promise<void> {
    for (const absence of absences) {
      const days = computed.find(({ person }) => person.employee.id === absence.employeeId);
      const after = days?.records.find(
        ({ workDate, shiftId }) => workDate === absence.workDate && shiftId === absence.shiftId,
      );
      const entry = absenceWithdrawal(this.context, absence, after ?? null, days?.person.events ?? []);
      await this.context.db.audit.insert(entry, { session });
    }
  }
}

function compute(person: LoadedPerson): ComputedDays {
  const planned = person.input === null ? NO_DAYS : buildDayRecords(person.input);
  const free = person.freeInput === null ? NO_DAYS : buildDayRecords(withoutMarksOf(planned.records, person.freeInput));
  const records = [...free.records.filter(({ marks }) => marks.length > 0), ...planned.records];
  return { person, records, offShift: [...free.offShift, ...planned.offShift] };
}

/** A mark shortly before midnight may belong to the first planned shift. */
function withoutMarksOf(records: readonly EngineDay[], input: DayRecordsInput): DayRecordsInput {
  const counted = new Set(records.flatMap(({ marks }) => marks.map(({ eventId }) => eventId)));
  return counted.size === 0 ? input : { ...input, events: input.events.filter(({ eventId }) => !counted.has(eventId)) };
}

/** Null if the roster contradicts itself. */
function computeIfSound(person: LoadedPerson): ComputedDays | null {
  try {
    return compute(person);
  } catch (error) {
    if (isRosterFault(error)) return null;
    throw error;
  }
}

export function addCounts(a: RebuildCount, b: RebuildCount): RebuildCount {
  const of = (field: keyof RebuildCount) => a[field] + b[field];
  return {
    ...{ people: of('people'), written: of('written'), removed: of('removed') },
    ...{ unchanged: of('unchanged'), unjudged: of('unjudged') },
  };
}
