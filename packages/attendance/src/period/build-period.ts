import { IssueList } from '../input/issue-list.js';
import { inDayOrder } from '../order/compare.js';
import { PolicyBook } from '../policy/policy-book.js';
import { countStatuses, sumFields } from '../report/totals.js';
import { assertLocalDate, isWithin, weekdayOf } from '../time/local-date.js';
import type { PeriodDay, PeriodInput, PeriodRecord, WeekStart } from '../types/period.js';
import { periodLeadIn } from './buckets.js';
import { PeriodFold } from './period-fold.js';

const RECORD_FIELDS = ['scheduledMinutes', 'workedMinutes', 'breakMinutes'] as const;
const DAY_FIELDS = [
  'lateMinutes',
  'excusedLateMinutes',
  'chargeableLateMinutes',
  'earlyMinutes',
  'excusedEarlyMinutes',
  'chargeableEarlyMinutes',
  'overtimeMinutes',
  'payableOvertimeMinutes',
] as const;

/**
 * Folds one employee's days, in order, into a period: the monthly late and early allowance is used up by the earliest
 * days, the weekly overtime cap by the earliest overtime. Changing a day therefore changes those after it.
 *
 * @throws DomainError BAD_USER_INPUT naming the field, also if a record's policy version is not given
 */
export function buildPeriod(input: PeriodInput): PeriodRecord {
  const { employeeId, from, to } = input;
  checkPeriod(input);
  const weekStarts = input.weekStarts ?? [];
  const leadIn = periodLeadIn(from, weekStarts);
  const fold = new PeriodFold(new PolicyBook(input.policies), weekStarts);
  const ordered = input.records.filter(({ workDate }) => isWithin(workDate, leadIn, to)).sort(inDayOrder);
  const days: PeriodDay[] = [];
  for (const record of ordered) {
    const day = fold.take(record);
    if (record.workDate >= from) days.push(day);
  }
  const records = ordered.filter(({ workDate }) => workDate >= from);
  return {
    employeeId,
    from,
    to,
    days,
    totals: { ...sumFields(records, RECORD_FIELDS), ...sumFields(days, DAY_FIELDS) },
    daysByStatus: countStatuses(records),
    isReady: records.every(({ isFinal, status }) => isFinal && status !== 'MISSING_MARK'),
  };
}

function checkPeriod({ from, to, records, employeeId, weekStarts = [] }: PeriodInput): void {
  const issues = new IssueList();
  issues.attempt(() => assertLocalDate(from, 'from'));
  issues.attempt(() => assertLocalDate(to, 'to'));
  if (to < from) issues.add('to', 'RANGE_REVERSED', 'The period ends before it begins.');
  const other = records.findIndex((record) => record.employeeId !== employeeId);
  if (other !== -1) issues.add(`records[${other}].employeeId`, 'OTHER_EMPLOYEE', 'Records of one employee at a time.');
  for (const [index, start] of weekStarts.entries()) checkWeekStart(issues, index, start, weekStarts[index - 1]);
  issues.throwIfAny();
}

function checkWeekStart(issues: IssueList, index: number, start: WeekStart, before: WeekStart | undefined): void {
  const field = `weekStarts[${index}].from`;
  issues.attempt(() => {
    assertLocalDate(start.from, field);
    if (weekdayOf(start.from) !== start.weekday)
      issues.add(field, 'OTHER_WEEKDAY', 'Weeks begin on another weekday than this date.');
  });
  if (before !== undefined && before.from >= start.from)
    issues.add(field, 'NOT_ASCENDING', 'The entry before it begins later or on the same date.');
}
