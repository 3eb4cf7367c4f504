import { assertNever } from '@rollcall/contracts';
import { IssueList } from '../input/issue-list.js';
import { checkWhole } from '../policy/check-levers.js';
import { assertLocalDate } from '../time/local-date.js';
import { assertLocalTime } from '../time/local-time.js';
import type { DayPattern, Shift } from '../types/schedule.js';

const MAX_CYCLE_DAYS = 366;

/**
 * Checks a shift before it is stored.
 *
 * @throws DomainError BAD_USER_INPUT naming the field: a time that is not `HH:MM`, `start` equal to `end`, a pattern
 * without a working day or with days outside its cycle
 */
export function validateShift(shift: Shift): void {
  const issues = new IssueList();
  checkShift(issues, shift, '');
  issues.throwIfAny();
}

/** Adds the issues of one shift; `prefix` is put before the names of its fields. */
export function checkShift(issues: IssueList, shift: Shift, prefix: string): void {
  issues.attempt(() => assertLocalTime(shift.start, `${prefix}start`));
  issues.attempt(() => assertLocalTime(shift.end, `${prefix}end`));
  if (shift.start === shift.end) {
    issues.add(`${prefix}end`, 'START_EQUALS_END', 'A shift must not end at the time at which it starts.');
  }
  if (shift.pattern !== undefined) checkPattern(issues, shift.pattern, `${prefix}pattern`);
}

function checkPattern(issues: IssueList, pattern: DayPattern, field: string): void {
  switch (pattern.kind) {
    case 'EVERY_DAY':
      return;
    case 'WEEKLY':
      checkDays(issues, `${field}.weekdays`, pattern.weekdays, 1, 7);
      return;
    case 'CYCLE':
      issues.attempt(() => assertLocalDate(pattern.anchorDate, `${field}.anchorDate`));
      checkWhole(issues, `${field}.lengthDays`, pattern.lengthDays, 1, MAX_CYCLE_DAYS);
      checkDays(issues, `${field}.workDays`, pattern.workDays, 0, pattern.lengthDays - 1);
      return;
    default:
      assertNever(pattern);
  }
}

function checkDays(issues: IssueList, field: string, days: readonly number[], min: number, max: number): void {
  if (days.length === 0) issues.add(field, 'NO_WORKING_DAY', 'At least one day must be worked.');
  for (const [index, day] of days.entries()) checkWhole(issues, `${field}[${index}]`, day, min, max);
}
