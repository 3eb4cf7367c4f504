import type {
  DayRecordsInput,
  AttendanceEvent as EngineEvent,
  Holiday as EngineHoliday,
  Shift as EngineShift,
  WeeklyOff as EngineWeeklyOff,
  PolicyInput,
  ShiftAssignment,
} from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, JudgedMark, Site } from '@rollcall/db';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import {
  toEngineApproval,
  toEngineAssignment,
  toEngineAttempt,
  toEngineDevice,
  toEngineEvent,
  toEngineHoliday,
  toEngineLeave,
  toEnginePolicy,
  toEngineShift,
  toEngineSites,
  toEngineWeeklyOff,
} from './engine-input.mapper.js';
import { FREE_DAY, FREE_DAY_POLICY } from './free-day.js';
import { termsOf } from './person-terms.js';

/** The engine looks at neighbouring days to decide where a mark belongs. */
const NEIGHBOUR_DAYS = 4;

/** Everything the verdict on one person's days depends on. */
export interface LoadedPerson {
  readonly employee: Employee;
  readonly site: Site;
  readonly events: readonly EngineEvent[];
  /** The days for which work is planned; null if the whole range comes before any plan. */
  readonly input: DayRecordsInput | null;
  /** The days before any plan, on which only marks make a record; null if there are none in the range. */
  readonly freeInput: DayRecordsInput | null;
}

/** A change of the rules that is only tried out: it replaces what it names, or is added. */
export interface TriedChange {
  readonly policy?: PolicyInput | undefined;
  readonly shift?: EngineShift | undefined;
  readonly holiday?: EngineHoliday | undefined;
  readonly weeklyOff?: EngineWeeklyOff | undefined;
  /** Of a holiday or weekly day off that is taken back. */
  readonly removedId?: string | undefined;
}

type Shared = ReturnType<typeof withChange>;
type Personal = Awaited<ReturnType<DayInputLoader['loadPersonal']>>;

/** Reads what the rule engine needs, in a few queries for any number of people. */
export class DayInputLoader {
  constructor(private readonly context: ServiceContext) {}

  /** @throws DomainError INTERNAL_SERVER_ERROR if there is no site at all */
  async load(
    employees: readonly Employee[],
    range: DateRange,
    asOf: Date,
    session?: DbSession,
    change: TriedChange = {},
  ): Promise<readonly LoadedPerson[]> {
    return this.loadWith(withChange(await this.loadShared(range, session), change), employees, range, asOf, session);
  }

  /** As `load`, some people after the other; what is the same for everybody is read once. */
  async *loadSlices(
    slices: readonly (readonly Employee[])[],
    range: DateRange,
    asOf: Date,
    session?: DbSession,
    change: TriedChange = {},
  ): AsyncGenerator<readonly LoadedPerson[]> {
    const shared = withChange(await this.loadShared(range, session), change);
    for (const slice of slices) yield this.loadWith(shared, slice, range, asOf, session);
  }

  private async loadWith(
    shared: Shared,
    employees: readonly Employee[],
    { from, to }: DateRange,
    asOf: Date,
    session?: DbSession,
  ): Promise<readonly LoadedPerson[]> {
    const personal = await this.loadPersonal(employees, { from, to }, session);
    return employees.map((employee) => assemble(employee, { from, to }, asOf, shared, personal));
  }

  /** What is the same for everybody: shifts, policies, calendar, sites. One after the other: a session takes one at a time. */
  async loadShared({ from, to }: DateRange, session?: DbSession) {
    const { db } = this.context;
    const options = { session };
    const storedSites = await db.sites.listAll(options);
    const devices = await db.devices.listActive(options);
    const sites = storedSites.map(({ id, timeZone }) => ({
      siteId: id,
      timeZone,
      devices: devices.filter(({ siteId }) => siteId === id).map(toEngineDevice),
    }));
    const shifts = (await db.shifts.listAll(options)).map(toEngineShift);
    const policies = (await db.attendancePolicies.listAll(options)).map(toEnginePolicy);
    const around = [addDays(from, -NEIGHBOUR_DAYS), addDays(to, NEIGHBOUR_DAYS)] as const;
    const holidays = await db.holidays.listBetween(...around, options);
    const weeklyOffs = await db.weeklyOffs.listAll(options);
    const leaveTypes = new Map((await db.leaveTypes.listAll(options)).map((type) => [type.id, type]));
    return { storedSites, sites, shifts, policies, holidays, weeklyOffs, leaveTypes };
  }

  async loadPersonal(employees: readonly Employee[], { from, to }: DateRange, session?: DbSession) {
    const { db } = this.context;
    const options = { session };
    const ids = employees.map(({ id }) => id);
    // What a second record has counts for the person: it is read through it, and nothing of it is rewritten.
    const merged = await db.employees.listMergedInto(ids, options);
    const subjectOf = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
    const withMerged = [...ids, ...subjectOf.keys()];
    const [first, last] = [addDays(from, -NEIGHBOUR_DAYS), addDays(to, NEIGHBOUR_DAYS)];
    const instants = { from: new Date(`${first}T00:00:00Z`), to: new Date(`${last}T24:00:00Z`) };
    const near = await db.attendanceEvents.listJudged(withMerged, instants, options);
    const recent = employees.filter((employee) => employee.joiningDate === null && enteredAfter(employee, first));
    return {
      events: byPerson(await this.withCorrections(near, session), subjectOf),
      attempts: byPerson(await db.captureAttempts.listRefused(withMerged, instants, options), subjectOf),
      seconds: merged,
      assignments: byPerson(await db.shiftAssignments.listByEmployees(withMerged, options)),
      leaves: byPerson(await db.leaves.listOf(withMerged, ['APPROVED'], { from: first, to: last }, options)),
      overtime: byPerson(await db.overtimeDecisions.listOf(withMerged, { from, to }, options)),
      firstDates: await db.attendanceEvents.firstDates([...recent.map(({ id }) => id), ...subjectOf.keys()], options),
    };
  }

  /** With what takes their place, wherever that lies, and what takes the place of that: a mark moved far away is gone here. */
  private async withCorrections(events: readonly JudgedMark[], session?: DbSession): Promise<readonly JudgedMark[]> {
    const found = new Map(events.map((event) => [event.id, event]));
    let latest = events;
    while (latest.length > 0) {
      const replacing = await this.context.db.attendanceEvents.listReplacing(
        latest.map(({ id }) => id),
        { session },
      );
      latest = replacing.filter(({ id }) => !found.has(id));
      for (const event of latest) found.set(event.id, event);
    }
    return [...found.values()];
  }
}

function assemble(employee: Employee, range: DateRange, asOf: Date, shared: Shared, personal: Personal): LoadedPerson {
  const site = shared.storedSites.find(({ id }) => id === employee.siteId) ?? shared.storedSites[0];
  if (site === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
  // A second record has no days of its own.
  if (employee.mergedIntoId != null) return { employee, site, events: [], input: null, freeInput: null };
  const { id: employeeId } = employee;
  const terms = termsOf(employee, site, personal);
  const assignments = terms.assignments.map((assignment) => toEngineAssignment(assignment, employeeId));
  const events = (personal.events.get(employeeId) ?? []).map((event) => toEngineEvent(event, employeeId));
  const person = {
    employeeId: employee.id,
    homeTimeZone: employee.homeTimeZone ?? site.timeZone,
    leavingDate: employee.leavingDate,
    serviceBreaks: terms.serviceBreaks,
    sites: toEngineSites(employee, site.id),
  };
  const common = {
    asOf: asOf.toISOString(),
    events,
    refusedAttempts: (personal.attempts.get(employee.id) ?? []).map(toEngineAttempt),
    sites: shared.sites,
  };
  const { planned, free } = splitByPlan(employee, assignments, range);
  const leaves = terms.leaves.map((leave) => toEngineLeave(leave, shared.leaveTypes));
  const input: DayRecordsInput | null = planned && {
    ...common,
    ...planned,
    employee: {
      ...person,
      joiningDate: terms.joiningDate,
      defaultShiftId: employee.defaultShiftId,
    },
    assignments,
    shifts: shared.shifts,
    policies: shared.policies,
    calendar: { holidays: shared.holidays, weeklyOffs: shared.weeklyOffs, leaves },
    overtimeApprovals: terms.overtime.map(toEngineApproval),
  };
  const freeInput: DayRecordsInput | null = free && {
    ...common,
    ...free,
    employee: { ...person, joiningDate: employee.joiningDate && terms.joiningDate, defaultShiftId: FREE_DAY.shiftId },
    assignments: [],
    shifts: [FREE_DAY],
    policies: [FREE_DAY_POLICY],
    calendar: { holidays: [], weeklyOffs: [], leaves: [] },
  };
  return { employee, site, events, input, freeInput };
}

/** Planning begins with the first assignment, or always held with a default shift: giving out shifts leaves the past alone. */
function splitByPlan(
  { defaultShiftId }: Employee,
  assignments: readonly ShiftAssignment[],
  { from, to }: DateRange,
): { readonly planned: DateRange | null; readonly free: DateRange | null } {
  const first = assignments.map((assignment) => assignment.from).sort()[0];
  if (defaultShiftId !== null || (first !== undefined && first <= from)) return { planned: { from, to }, free: null };
  if (first === undefined || first > to) return { planned: null, free: { from, to } };
  return { planned: { from: first, to }, free: { from, to: addDays(first, -1) } };
}

/** Anywhere on earth: whoever was entered before the range needs no look at their first mark. */
const enteredAfter = ({ createdAt }: Employee, date: string): boolean =>
  addDays(createdAt.toISOString().slice(0, 10), 1) >= date;

/** What is stored in the terms of the engine, with the change in its place. */
function withChange(shared: Awaited<ReturnType<DayInputLoader['loadShared']>>, change: TriedChange) {
  const { policy, shift, holiday, weeklyOff, removedId } = change;
  const stays = ({ id }: { readonly id: string }) => id !== removedId;
  return {
    ...shared,
    holidays: [...shared.holidays.filter(stays).map(toEngineHoliday), ...given(holiday)],
    weeklyOffs: [...shared.weeklyOffs.filter(stays).map(toEngineWeeklyOff), ...given(weeklyOff)],
    policies: [...shared.policies, ...given(policy)],
    shifts: [...shared.shifts.filter(({ shiftId }) => shiftId !== shift?.shiftId), ...given(shift)],
  };
}

const given = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** @param subjectOf whose a second record is */
function byPerson<T extends { readonly employeeId: string | null }>(
  list: readonly T[],
  subjectOf: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const id = subjectOf.get(one.employeeId ?? '') ?? one.employeeId ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [one]);
    else group.push(one);
  }
  return groups;
}
