import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  DayRecord as EngineDay,
  OffShiftMark as EngineOffShift,
  MarkRole,
  PolicyInput,
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
  type ShiftAssignment,
  siteOn,
  type WeeklyOff,
} from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import { addDays, type DateRange, datesOf, daysIn } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { absenceWithdrawal } from './absence-withdrawal.js';
import type { AttendanceDaysArgs, OffShiftMarksArgs } from './attendance.inputs.js';
import { type ComputedDays, computeIfSound, withoutCounted } from './compute-days.js';
import { DayInputLoader, type TriedChange } from './day-input.loader.js';
import { type DayLocks, dayLocks } from './day-locks.js';
import { toDayRecord, toEngineDay, toEngineOffShift, toOffShiftMark } from './day-record.mapper.js';
import { toEngineHoliday, toEnginePolicy, toEngineShift, toEngineWeeklyOff } from './engine-input.mapper.js';
import { FREE_DAY_POLICY } from './free-day.js';
import { listDays } from './list-days.js';
import { employmentOf, plannedAssignments } from './person-terms.js';
import { idsOf, isSettled } from './settled-days.js';

export type { ComputedDays } from './compute-days.js';
export type { TriedChange } from './day-input.loader.js';
export type { DayLocks } from './day-locks.js';

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
  readonly weeklyOff?: Pick<WeeklyOff, 'weekday' | 'weeksOfMonth' | 'from' | 'to' | 'siteId'>;
  /** Of a holiday or weekly day off that is taken back. */
  readonly removedId?: string;
}

export interface ComputedPeople {
  readonly computed: readonly ComputedDays[];
  /** Whose roster contradicts itself, or names a shift or policy that is not there. */
  readonly unjudged: readonly Employee[];
}

export const NOTHING_REBUILT: RebuildCount = { people: 0, written: 0, removed: 0, unchanged: 0, unjudged: 0 };
/** People in one transaction of a rebuild: enough to spare round trips, few enough to repeat when a mark comes in between. */
const BATCH = 50;
/** Days of people that are built in the transaction of a change: a year of leave fits. The job takes what is more (ADR 0108). */
const MAX_DAYS_AT_ONCE = 400;
const RECENT_DAYS = 31;
/** Each of their days is turned into a text and hashed at once. */
const PEOPLE_WRITTEN_AT_ONCE = 5;

/**
 * `ALL`: every day is judged anew. `FACTS`: only what happened counts. A day that is closed for good is judged anew if its marks
 * are others, and stays as it is where only the rules are others: that needs a preview (ADR 0082, 0108).
 */
export type RebuildReason = 'ALL' | 'FACTS';

/** What a rebuild made of one mark. */
export interface RebuiltAround {
  readonly unjudged: number;
  /** By event id, of the marks that a day holds. */
  readonly roles: ReadonlyMap<string, MarkRole>;
}

interface DaysToWrite extends ComputedDays {
  /** Work dates that stay as they are. */
  readonly settledDates: ReadonlySet<string>;
}

export class AttendanceDayService {
  private readonly loader: DayInputLoader;

  constructor(private readonly context: ServiceContext) {
    this.loader = new DayInputLoader(context);
  }

  list(actor: Actor, args: AttendanceDaysArgs): Promise<Page<DayRecord>> {
    return listDays(this.context.db, actor, args);
  }

  /** Marks that belong to no day, newest first. */
  async listOffShift(actor: Actor, { filter, first, after }: OffShiftMarksArgs): Promise<Page<OffShiftMark>> {
    const limit = await visibleRecords(this.context.db, readLimit(actor, 'attendance:read'));
    return this.context.db.offShiftMarks.list({ ...filter, ...limit }, { first, after });
  }

  /** Builds the days around one mark anew: it may belong to a shift of the day before. In the transaction of the mark. */
  async rebuildAround(employee: Employee, localDate: string, asOf: Date, session: DbSession): Promise<RebuiltAround> {
    const range = { from: addDays(localDate, -1), to: addDays(localDate, 1) };
    const { count, written } = await this.judgeAndWrite([employee], range, asOf, session, 'FACTS');
    const marks = written.flatMap(({ records }) => records).flatMap((record) => record.marks);
    return { unjudged: count.unjudged, roles: new Map(marks.map(({ eventId, role }) => [eventId, role])) };
  }

  /** Builds these people's days anew, a few people at a time. Dates of finalised periods stay as they are. */
  async rebuild(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    reason: RebuildReason = 'ALL',
  ): Promise<RebuildCount> {
    let total = NOTHING_REBUILT;
    for (let start = 0; start < employees.length; start += BATCH) {
      const batch = employees.slice(start, start + BATCH);
      total = addCounts(
        total,
        await this.context.db.withTransaction((session) => this.rebuildIn(batch, range, asOf, session, reason)),
      );
    }
    return total;
  }

  /**
   * Has the days of these people built anew: the latest at once, what is more than the transaction should take by the job. A
   * person's days reach back to the first that was judged or marked, and a month at least: what nobody ever looked at further
   * back does not come into being as absences. Call it in the transaction of the change, after it was written.
   *
   * @param range null: all their days
   */
  async rebuildChanged(
    employeeIds: readonly string[],
    range: DateRange | null,
    reason: string,
    session: DbSession,
  ): Promise<void> {
    const { db, now } = this.context;
    const asOf = now();
    const records = await db.employees.listByIds([...new Set(employeeIds)], { session });
    const employees = (await this.withSubjects(records, session)).filter(({ mergedIntoId }) => mergedIntoId == null);
    const firsts = [...(await this.firstDates(employees, session)).values()].sort();
    const today = localDateOf(asOf, 'Pacific/Kiritimati');
    const [first = today] = firsts;
    const from = range === null || range.from < first ? first : range.from;
    const to = range === null || range.to > today ? today : range.to;
    if (employees.length === 0 || from > to) return;
    const days = Math.floor(MAX_DAYS_AT_ONCE / employees.length);
    // The last month is everybody's; further back each person begins on another date.
    const earliest = employees.length === 1 ? addDays(to, 1 - days) : addDays(today, -Math.min(days - 1, RECENT_DAYS));
    const recent = { from: earliest > from ? earliest : from, to };
    if (recent.from <= to) await this.rebuildIn(employees, recent, asOf, session);
    const older = { from, to: earliest > to ? to : addDays(earliest, -1) };
    if (older.from > older.to) return;
    await this.requestRebuild(older, reason, session, { employeeIds: employees.map(({ id }) => id) });
  }

  /** From which date on each of these people has days that a change may judge anew. */
  async firstDates(employees: readonly Employee[], session?: DbSession): Promise<ReadonlyMap<string, string>> {
    const { db, now } = this.context;
    const ids = employees.map(({ id }) => id);
    const merged = await db.employees.listMergedInto(ids, { session });
    const marked = await db.attendanceEvents.firstDates([...ids, ...merged.map(({ id }) => id)], { session });
    const judged = await db.dayRecords.firstDates(ids, { session });
    const recent = addDays(localDateOf(now(), 'Pacific/Kiritimati'), -RECENT_DAYS);
    return new Map(
      ids.map((id) => {
        const own = [id, ...merged.filter(({ mergedIntoId }) => mergedIntoId === id).map((one) => one.id)];
        const dates = [recent, ...own.flatMap((one) => marked.get(one) ?? []), ...[judged.get(id) ?? []].flat()].sort();
        return [id, dates[0] ?? recent];
      }),
    );
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

  /**
   * As `compute`, a few people at a time in the order they are given. Between two people everything else that waits gets its
   * turn, so that many of them hold nobody up.
   */
  async *computeSlices(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    session?: DbSession,
    change?: TriedChange,
  ): AsyncGenerator<ComputedPeople> {
    const slices = slicesOf(employees, Math.max(1, Math.floor(MAX_DAYS_AT_ONCE / daysIn(range))));
    for await (const people of this.loader.loadSlices(slices, range, asOf, session, change)) {
      const computed: ComputedDays[] = [];
      const unjudged: Employee[] = [];
      for (const person of people) {
        const days = computeIfSound(person);
        if (days === null) unjudged.push(person.employee);
        else computed.push(days);
        await nextTurn();
      }
      yield { computed, unjudged };
    }
  }

  /** Writes what `computeSlices` gave, in the transaction in which it was computed; nobody is held up by it either. */
  async writeComputed(
    computed: readonly ComputedDays[],
    range: DateRange,
    asOf: Date,
    session: DbSession,
  ): Promise<RebuildCount> {
    const isLocked = await this.locksFor(range, session);
    let total = NOTHING_REBUILT;
    for (const slice of slicesOf(computed, PEOPLE_WRITTEN_AT_ONCE)) {
      const days = slice.map((one) => ({ ...one, settledDates: new Set<string>() }));
      total = addCounts(total, await this.write(days, range, asOf, isLocked, session));
      await nextTurn();
    }
    return total;
  }

  /** Tells which dates of the range are locked at a site for a department. */
  async locksFor(range: DateRange, session?: DbSession): Promise<DayLocks> {
    return dayLocks(await this.context.db.finalisedPeriods.listInForce(range, { session }));
  }

  /**
   * Has the days of these dates built anew by a job, as far as they have begun. Call it in the transaction of the change, so
   * that neither happens without the other.
   *
   * @param of whose days, default everybody's; and whether only what happened counts (`FACTS`), default no
   */
  async requestRebuild(
    range: DateRange,
    reason: string,
    session: DbSession,
    of: { readonly employeeIds?: readonly string[]; readonly isForFacts?: boolean } = {},
  ): Promise<void> {
    const { db, now, newId } = this.context;
    const requestedAt = now();
    const today = localDateOf(requestedAt, 'Pacific/Kiritimati');
    const { from, to } = { from: range.from, to: range.to < today ? range.to : today };
    if (from > to) return;
    const { employeeIds = null, isForFacts = false } = of;
    const made = { id: newId(), from, to, employeeIds, isForFacts, reason, doneUpToId: '', requestedAt };
    await db.dayRebuilds.insert(made, { session });
  }

  /** When somebody worked here, by all of their records. */
  employmentOf(employee: Employee, session?: DbSession): ReturnType<typeof employmentOf> {
    return employmentOf(this.context, employee, session);
  }

  /** The shifts a person is given, with those of second records as far as they count. */
  plannedAssignments(employee: Employee, session?: DbSession): Promise<readonly ShiftAssignment[]> {
    return plannedAssignments(this.context, employee, session);
  }

  /** All versions of all policies as the engine reads them, that of unplanned days too. */
  async policies(): Promise<readonly PolicyInput[]> {
    return [...(await this.context.db.attendancePolicies.listAll()).map(toEnginePolicy), FREE_DAY_POLICY];
  }

  /** What the rule engine is given to try out a change that is not stored. */
  triedChange({ policy, shift, holiday, weeklyOff, removedId }: StoredRules): TriedChange {
    return {
      policy: policy && toEnginePolicy(policy),
      shift: shift && toEngineShift(shift),
      holiday: holiday && toEngineHoliday(holiday),
      weeklyOff: weeklyOff && toEngineWeeklyOff(weeklyOff),
      removedId,
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
    reason: RebuildReason = 'ALL',
  ): Promise<RebuildCount> {
    return (await this.judgeAndWrite(employees, range, asOf, session, reason)).count;
  }

  private async judgeAndWrite(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    session: DbSession,
    reason: RebuildReason,
  ): Promise<{ readonly count: RebuildCount; readonly written: readonly DaysToWrite[] }> {
    const isLocked = await this.locksFor(range, session);
    const loaded = await this.loader.load(await this.withSubjects(employees, session), range, asOf, session);
    const sound = loaded.flatMap((person) => computeIfSound(person) ?? []);
    const computed =
      reason === 'ALL'
        ? sound.map((days) => ({ ...days, settledDates: new Set<string>() }))
        : await this.besideSettled(sound, range, asOf, session);
    const count = await this.write(computed, range, asOf, isLocked, session);
    return { count: { ...count, unjudged: loaded.length - computed.length }, written: computed };
  }

  private async write(
    computed: readonly DaysToWrite[],
    range: DateRange,
    asOf: Date,
    isLocked: DayLocks,
    session: DbSession,
  ): Promise<RebuildCount> {
    const { db } = this.context;
    const people = computed.map((days) => {
      const { employee, site } = days.person;
      return {
        ...toComputedPerson(days, asOf),
        isLocked: (workDate: string) =>
          days.settledDates.has(workDate) ||
          isLocked(workDate, siteOn(employee, workDate) ?? site.id, employee.departmentId),
      };
    });
    const { withdrawnAbsences, ...count } = await db.dayRecords.replaceDays(range, people, { session });
    await this.auditWithdrawals(withdrawnAbsences, computed, session);
    const marks = computed
      .flatMap(({ offShift }) => offShift)
      .filter(({ localDate }) => localDate >= range.from && localDate <= range.to);
    const ids = people.map(({ employeeId }) => employeeId);
    // What the rules of now would count on a settled day is not counted there.
    const uncounted = computed.flatMap(({ records, settledDates }) =>
      records.filter(({ workDate }) => settledDates.has(workDate)).flatMap((record) => [...idsOf(record)]),
    );
    await db.offShiftMarks.replaceDays(ids, range, marks.map(toOffShiftMark), { session }, uncounted);
    return { people: people.length, ...count, unjudged: 0 };
  }

  /** Finds the days that are settled, and judges the others without the marks that are counted there. */
  private async besideSettled(
    computed: readonly ComputedDays[],
    range: DateRange,
    asOf: Date,
    session: DbSession,
  ): Promise<readonly DaysToWrite[]> {
    const people = computed.map((days) => toComputedPerson(days, asOf));
    const closed = await this.context.db.dayRecords.listClosedThatWouldChange(range, people, { session });
    return computed.map((days) => {
      const own = closed.filter(({ employeeId }) => employeeId === days.person.employee.id).map(toEngineDay);
      const next = new Map(days.records.map((record) => [`${record.workDate}:${record.shiftId}`, record]));
      const changed = own.filter(
        (record) => !isSettled(record, next.get(`${record.workDate}:${record.shiftId}`), days.person.events),
      );
      const changedDates = new Set(changed.map(({ workDate }) => workDate));
      const settled = own.filter(({ workDate }) => !changedDates.has(workDate));
      const settledDates = new Set(settled.map(({ workDate }) => workDate));
      if (settled.length === 0) return { ...days, settledDates };
      const counted = new Set(settled.flatMap((record) => [...idsOf(record)]));
      const others = computeIfSound(withoutCounted(days.person, counted));
      return { ...(others ?? days), person: days.person, settledDates };
    });
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

function slicesOf<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export function addCounts(a: RebuildCount, b: RebuildCount): RebuildCount {
  const of = (field: keyof RebuildCount) => a[field] + b[field];
  return {
    ...{ people: of('people'), written: of('written'), removed: of('removed') },
    ...{ unchanged: of('unchanged'), unjudged: of('unjudged') },
  };
}

function toComputedPerson({ person: { employee }, records }: ComputedDays, asOf: Date) {
  return {
    employeeId: employee.id,
    records: records.map((record) => toDayRecord(record, employee.departmentId, asOf)),
  };
}
