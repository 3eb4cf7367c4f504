import { IssueList } from '../input/issue-list.js';
import { inDayOrder } from '../order/compare.js';
import { PolicyBook } from '../policy/policy-book.js';
import { countStatuses, sumFields } from '../report/totals.js';
import { assertLocalDate, isWithin } from '../time/local-date.js';
import type { PeriodDay, PeriodInput, PeriodRecord } from '../types/period.js';
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
  const weekStartsOn = input.weekStartsOn ?? 1;
  const leadIn = periodLeadIn(from, weekStartsOn);
  const fold = new PeriodFold(new PolicyBook(input.policies), weekStartsOn);
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

function checkPeriod({ from, to, records, employeeId }: PeriodInput): void {
  const issues = new IssueList();
  issues.attempt(() => assertLocalDate(from, 'from'));
  issues.attempt(() => assertLocalDate(to, 'to'));
  if (to < from) issues.add('to', 'RANGE_REVERSED', 'The period ends before it begins.');
  const other = records.findIndex((record) => record.employeeId !== employeeId);
  if (other !== -1) issues.add(`records[${other}].employeeId`, 'OTHER_EMPLOYEE', 'Records of one employee at a time.');
  issues.throwIfAny();
}
