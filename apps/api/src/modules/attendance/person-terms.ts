import type { DbSession, Employee, Leave, OvertimeDecision, ShiftAssignment, Site } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { carriedAssignments } from './carried-assignments.js';
import { carriedEmployment, carriedLeaves, carriedOvertime, type PersonRecord } from './carried-terms.js';

type ByRecord<T> = ReadonlyMap<string, readonly T[]>;

/** What was read for some people and their second records, each by the record it was entered for. */
export interface PersonalTerms {
  readonly seconds: readonly Employee[];
  readonly assignments: ByRecord<ShiftAssignment>;
  readonly leaves: ByRecord<Leave>;
  readonly overtime: ByRecord<OvertimeDecision>;
  /** Of the first mark of each record. */
  readonly firstDates: ReadonlyMap<string, string>;
}

/** What a person's days are judged by: of the own record, and of second ones where that leaves it open. */
export function termsOf(employee: Employee, site: Site, personal: PersonalTerms) {
  const { assignments, leaves, overtime, firstDates } = personal;
  const { id } = employee;
  const own = {
    assignments: assignments.get(id) ?? [],
    leaves: leaves.get(id) ?? [],
    overtime: overtime.get(id) ?? [],
  };
  const recordOf = (one: Employee): PersonRecord => ({ employee: one, firstDay: firstDay(one, site, firstDates) });
  const kept = recordOf(employee);
  const seconds = personal.seconds.filter(({ mergedIntoId }) => mergedIntoId === id).map(recordOf);
  if (seconds.length === 0) return { ...own, joiningDate: kept.firstDay, serviceBreaks: employee.serviceBreaks ?? [] };
  const ofSeconds = <T>(lists: ReadonlyMap<string, readonly T[]>) =>
    seconds.flatMap((second) => lists.get(second.employee.id) ?? []);
  return {
    ...carriedEmployment(kept, seconds),
    assignments: [...own.assignments, ...carriedAssignments(kept, own.assignments, seconds, ofSeconds(assignments))],
    leaves: [...own.leaves, ...carriedLeaves(own.leaves, ofSeconds(leaves))],
    overtime: [...own.overtime, ...carriedOvertime(own.overtime, ofSeconds(overtime))],
  };
}

/**
 * Nobody is absent before they were known here: without a joining date, from the day on which they were entered, or of
 * their first mark if that is earlier (imports).
 */
function firstDay(employee: Employee, site: Site, firstDates: ReadonlyMap<string, string>): string {
  if (employee.joiningDate !== null) return employee.joiningDate;
  const first = firstDates.get(employee.id);
  const entered = localDateOf(employee.createdAt, site.timeZone);
  return first !== undefined && first < entered ? first : entered;
}

/** The shifts a person is given, those of second records included. */
export async function plannedAssignments(
  { db }: ServiceContext,
  employee: Employee,
  session?: DbSession,
): Promise<readonly ShiftAssignment[]> {
  const seconds = await db.employees.listMergedInto([employee.id], { session });
  const ids = [employee.id, ...seconds.map(({ id }) => id)];
  const all = await db.shiftAssignments.listByEmployees(ids, { session });
  const own = all.filter(({ employeeId }) => employeeId === employee.id);
  const ofSeconds = all.filter(({ employeeId }) => employeeId !== employee.id);
  return [...own, ...carriedAssignments(withoutMarks(employee), own, seconds.map(withoutMarks), ofSeconds)];
}

/** When somebody worked here, by all of their records. */
export async function employmentOf(
  { db }: ServiceContext,
  employee: Employee,
  session?: DbSession,
): Promise<Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>> {
  const seconds = await db.employees.listMergedInto([employee.id], { session });
  if (seconds.length === 0 || employee.joiningDate === null) return employee;
  const { leavingDate } = employee;
  return { leavingDate, ...carriedEmployment(withoutMarks(employee), seconds.map(withoutMarks)) };
}

/** A record whose first mark is not looked for. */
const withoutMarks = (employee: Employee): PersonRecord => ({
  employee,
  firstDay: employee.joiningDate ?? employee.createdAt.toISOString().slice(0, 10),
});
