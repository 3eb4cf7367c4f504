import { IssueList } from '../input/issue-list.js';
import { checkShift } from '../schedule/validate-shift.js';
import { assertLocalDate, ordinalOf } from '../time/local-date.js';
import { assertTimeZone } from '../time/zone.js';
import type { DayRecordsInput } from '../types/input.js';

/** Longest range of one call, so that a slip in a year does not cost minutes. */
const MAX_RANGE_DAYS = 3_660;

/** @throws DomainError BAD_USER_INPUT for everything about the frame of the input that cannot be used */
export function checkInput(input: DayRecordsInput): void {
  const issues = new IssueList();
  issues.attempt(() => assertLocalDate(input.from, 'from'));
  issues.attempt(() => assertLocalDate(input.to, 'to'));
  issues.throwIfAny();
  if (input.to < input.from) issues.add('to', 'RANGE_REVERSED', 'The range ends before it begins.');
  if (ordinalOf(input.to) - ordinalOf(input.from) >= MAX_RANGE_DAYS) {
    issues.add('to', 'RANGE_TOO_LONG', `At most ${MAX_RANGE_DAYS} days at once.`);
  }
  issues.attempt(() => assertTimeZone(input.employee.homeTimeZone, 'employee.homeTimeZone'));
  for (const [index, site] of input.sites.entries()) {
    issues.attempt(() => assertTimeZone(site.timeZone, `sites[${index}].timeZone`));
  }
  for (const [index, shift] of input.shifts.entries()) checkShift(issues, shift, `shifts[${index}].`);
  for (const [index, { employeeId }] of input.assignments.entries()) {
    if (employeeId !== input.employee.employeeId) {
      issues.add(`assignments[${index}].employeeId`, 'OTHER_EMPLOYEE', 'Assignments of one employee at a time.');
    }
  }
  issues.throwIfAny();
}
