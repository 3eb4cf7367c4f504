import type { DayRecordsInput } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, Site } from '@rollcall/db';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import {
  toEngineAssignment,
  toEngineAttempt,
  toEngineDevice,
  toEngineEvent,
  toEngineLeave,
  toEnginePolicy,
  toEngineShift,
  toEngineSites,
  toEngineWeeklyOff,
} from './engine-input.mapper.js';
import { FREE_DAY, FREE_DAY_POLICY } from './free-day.js';

/** The engine looks at neighbouring days to decide where a mark belongs. */
const NEIGHBOUR_DAYS = 4;

/** Everything the verdict on one person's days depends on. */
export interface LoadedPerson {
  readonly employee: Employee;
  readonly site: Site;
  readonly input: DayRecordsInput;
  /** False: no shift is planned, so days without a mark have no record. */
  readonly isPlanned: boolean;
}

type Shared = Awaited<ReturnType<DayInputLoader['loadShared']>>;
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
  ): Promise<readonly LoadedPerson[]> {
    const shared = await this.loadShared(range, session);
    const personal = await this.loadPersonal(employees, range, session);
    const people: LoadedPerson[] = [];
    for (const employee of employees)
      people.push(await this.assemble(employee, range, asOf, shared, personal, session));
    return people;
  }

  /** What is the same for everybody: shifts, policies, calendar, sites. One after the other: a session takes one at a time. */
  async loadShared({ from, to }: DateRange, session?: DbSession) {
    const { db } = this.context;
    const options = { session };
    const sites = await db.sites.listAll(options);
    const devices = await db.devices.listActive(options);
    const shifts = (await db.shifts.listAll(options)).map(toEngineShift);
    const policies = (await db.attendancePolicies.listAll(options)).map(toEnginePolicy);
    const around = [addDays(from, -NEIGHBOUR_DAYS), addDays(to, NEIGHBOUR_DAYS)] as const;
    const holidays = (await db.holidays.listBetween(...around, options)).map(({ date, name, portion, siteId }) => ({
      ...{ date, name, portion, siteId },
    }));
    const weeklyOffs = (await db.weeklyOffs.listAll(options)).map(toEngineWeeklyOff);
    const leaveTypes = new Map((await db.leaveTypes.listAll(options)).map((type) => [type.id, type]));
    return { sites, devices, shifts, policies, holidays, weeklyOffs, leaveTypes };
  }

  async loadPersonal(employees: readonly Employee[], { from, to }: DateRange, session?: DbSession) {
    const { db } = this.context;
    const options = { session };
    const ids = employees.map(({ id }) => id);
    const [first, last] = [addDays(from, -NEIGHBOUR_DAYS), addDays(to, NEIGHBOUR_DAYS)];
    const instants = { from: new Date(`${first}T00:00:00Z`), to: new Date(`${last}T24:00:00Z`) };
    return {
      events: byPerson(await db.attendanceEvents.listByEmployees(ids, instants, options)),
      attempts: byPerson(await db.captureAttempts.listRefused(ids, instants, options)),
      assignments: byPerson(await db.shiftAssignments.listByEmployees(ids, options)),
      leaves: byPerson(await db.leaves.listOf(ids, ['APPROVED'], { from: first, to: last }, options)),
    };
  }

  private async assemble(
    employee: Employee,
    range: DateRange,
    asOf: Date,
    shared: Shared,
    personal: Personal,
    session: DbSession | undefined,
  ): Promise<LoadedPerson> {
    const site = shared.sites.find(({ id }) => id === employee.siteId) ?? shared.sites[0];
    if (site === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
    const assignments = (personal.assignments.get(employee.id) ?? []).map(toEngineAssignment);
    const isPlanned = employee.defaultShiftId !== null || assignments.length > 0;
    const leaves = (personal.leaves.get(employee.id) ?? []).map((leave) => toEngineLeave(leave, shared.leaveTypes));
    const input: DayRecordsInput = {
      employee: {
        employeeId: employee.id,
        homeTimeZone: employee.homeTimeZone ?? site.timeZone,
        joiningDate: isPlanned ? await this.firstDay(employee, site, session) : employee.joiningDate,
        leavingDate: employee.leavingDate,
        defaultShiftId: isPlanned ? employee.defaultShiftId : FREE_DAY.shiftId,
        sites: toEngineSites(employee, site.id),
      },
      ...range,
      asOf: asOf.toISOString(),
      events: (personal.events.get(employee.id) ?? []).map(toEngineEvent),
      refusedAttempts: (personal.attempts.get(employee.id) ?? []).map(toEngineAttempt),
      assignments,
      shifts: isPlanned ? shared.shifts : [FREE_DAY],
      policies: isPlanned ? shared.policies : [FREE_DAY_POLICY],
      calendar: isPlanned
        ? { holidays: shared.holidays, weeklyOffs: shared.weeklyOffs, leaves }
        : { holidays: [], weeklyOffs: [], leaves: [] },
      sites: shared.sites.map(({ id, timeZone }) => ({
        siteId: id,
        timeZone,
        devices: shared.devices.filter(({ siteId }) => siteId === id).map(toEngineDevice),
      })),
    };
    return { employee, site, input, isPlanned };
  }

  /**
   * Nobody is absent before they were known here: without a joining date, from the day on which they were entered, or of
   * their first mark if that is earlier (imports).
   */
  private async firstDay(employee: Employee, site: Site, session: DbSession | undefined): Promise<string> {
    if (employee.joiningDate !== null) return employee.joiningDate;
    const first = await this.context.db.attendanceEvents.findFirst(employee.id, { session });
    const entered = localDateOf(employee.createdAt, site.timeZone);
    return first !== null && first.localDate < entered ? first.localDate : entered;
  }
}

function byPerson<T extends { readonly employeeId: string | null }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(one.employeeId ?? '');
    if (group === undefined) groups.set(one.employeeId ?? '', [one]);
    else group.push(one);
  }
  return groups;
}
