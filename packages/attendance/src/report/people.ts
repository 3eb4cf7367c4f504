import { invalid } from '../input/invalid.js';
import { compareNumbers, compareText } from '../order/compare.js';
import { isWithin } from '../time/local-date.js';
import type { DayRecord } from '../types/day-record.js';
import type { ReportFilter, ReportPerson } from '../types/report.js';

export type People = ReadonlyMap<string, ReportPerson>;

export function peopleById(people: readonly ReportPerson[]): People {
  return new Map(people.map((person) => [person.employeeId, person]));
}

/** @throws DomainError BAD_USER_INPUT if a row is about someone who is not among the people */
export function personOf(people: People, employeeId: string): ReportPerson {
  const person = people.get(employeeId);
  if (person === undefined) throw invalid('people', 'PERSON_MISSING', `Nothing is known about employee ${employeeId}.`);
  return person;
}

/** True if a day belongs to the report. */
export function isInFilter(record: DayRecord, person: ReportPerson, filter: ReportFilter): boolean {
  return (
    allows(filter.siteIds, record.siteId) &&
    allows(filter.departmentIds, person.departmentId) &&
    allows(filter.employeeIds, record.employeeId) &&
    allows(filter.statuses, record.status) &&
    isWithin(record.workDate, filter.from, filter.to)
  );
}

export function allows<Value>(allowed: readonly Value[] | null | undefined, value: Value | null): boolean {
  return allowed == null || (value !== null && allowed.includes(value));
}

/** By employee number, then id: the order of rows in every report. */
export function byNumber(a: ReportPerson, b: ReportPerson): number {
  return compareNumbers(a.number, b.number) || compareText(a.employeeId, b.employeeId);
}
