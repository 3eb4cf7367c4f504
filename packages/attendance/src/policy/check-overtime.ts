import type { IssueList } from '../input/issue-list.js';
import { OVERTIME_SIDES, type PolicyLevers } from '../types/policy.js';
import { checkOneOf, checkWhole, checkWholeOrOff } from './check-levers.js';

const DAY_MINUTES = 1_440;
const MAX_PERCENT = 1_000;

export function checkOvertime(issues: IssueList, policy: PolicyLevers): void {
  const rule = policy.overtime;
  if (rule === null) return;
  checkOneOf(issues, 'overtime.side', rule.side, OVERTIME_SIDES);
  checkWhole(issues, 'overtime.startsAfterMinutes', rule.startsAfterMinutes, 0, DAY_MINUTES);
  checkOneOf(issues, 'overtime.countsFrom', rule.countsFrom ?? 'SHIFT_EDGE', ['SHIFT_EDGE', 'THRESHOLD']);
  checkWholeOrOff(issues, 'overtime.dailyCapMinutes', rule.dailyCapMinutes, 0, DAY_MINUTES);
  checkWholeOrOff(issues, 'overtime.weeklyCapMinutes', rule.weeklyCapMinutes, 0, 7 * DAY_MINUTES);
  for (const name of ['workdayPercent', 'weekendPercent', 'holidayPercent'] as const) {
    checkWhole(issues, `overtime.${name}`, rule[name] ?? 100, 0, MAX_PERCENT);
  }
  const cap = rule.dailyCapMinutes ?? null;
  if (cap !== null && rule.side !== 'BEFORE_SHIFT' && policy.checkOutClosesMinutesAfter < cap) {
    issues.add(
      'checkOutClosesMinutesAfter',
      'BELOW_OVERTIME_CAP',
      'The window must stay open at least as long as overtime may last.',
    );
  }
}
