import { IssueList } from '../input/issue-list.js';
import { assertLocalDate } from '../time/local-date.js';
import { HOURS_MODES, PAIRING_MODES, type Policy, type PolicyInput, ROUNDING_DIRECTIONS } from '../types/policy.js';
import { checkBreaks } from './check-breaks.js';
import { checkOneOf, checkWhole, checkWholeOrOff } from './check-levers.js';
import { checkOvertime } from './check-overtime.js';
import { MAX_WINDOW_MARGIN_MINUTES, POLICY_DEFAULTS } from './defaults.js';

const DAY_MINUTES = 1_440;

/**
 * Fills the defaults in and checks every lever alone and against the others.
 *
 * @throws DomainError BAD_USER_INPUT with `details {field, code, message, issues}`: a negative or fractional number,
 * thresholds that cross (`absentBelowMinutes >= halfDayBelowMinutes`), a check-out margin below the overtime cap, an
 * automatic check-out outside the window, a rounding step that does not divide the hour, a break without length
 */
export function validatePolicy(input: PolicyInput): Policy {
  const policy: Policy = { ...withoutUndefined(input), effectiveFrom: input.effectiveFrom ?? null };
  const issues = new IssueList();
  if (policy.policyId === '') issues.add('policyId', 'REQUIRED', 'A policy has an id.');
  checkWhole(issues, 'version', policy.version, 1, Number.MAX_SAFE_INTEGER);
  for (const field of ['effectiveFrom', 'processFrom'] as const) {
    const date = policy[field];
    if (date !== null) issues.attempt(() => assertLocalDate(date, field));
  }
  checkWindow(issues, policy);
  checkThresholds(issues, policy);
  checkAllowances(issues, policy);
  checkRounding(issues, policy);
  checkBreaks(issues, policy.breaks);
  checkOvertime(issues, policy);
  issues.throwIfAny();
  return policy;
}

function withoutUndefined(input: PolicyInput): PolicyInput & typeof POLICY_DEFAULTS {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { ...POLICY_DEFAULTS, ...given } as PolicyInput & typeof POLICY_DEFAULTS;
}

function checkWindow(issues: IssueList, policy: Policy): void {
  const margin = MAX_WINDOW_MARGIN_MINUTES;
  checkWhole(issues, 'checkInOpensMinutesBefore', policy.checkInOpensMinutesBefore, 0, margin);
  checkWhole(issues, 'checkOutClosesMinutesAfter', policy.checkOutClosesMinutesAfter, 0, margin);
  checkOneOf(issues, 'pairing', policy.pairing, PAIRING_MODES);
  checkOneOf(issues, 'hours', policy.hours, HOURS_MODES);
  checkWhole(issues, 'minimumMarkGapSeconds', policy.minimumMarkGapSeconds, 0, 3_600);
  checkWhole(issues, 'absentAfterMinutes', policy.absentAfterMinutes, 0, 30 * DAY_MINUTES);
  if (policy.autoCheckOut === null) return;
  const field = 'autoCheckOut.minutesAfterEnd';
  checkWhole(issues, field, policy.autoCheckOut.minutesAfterEnd, 0, DAY_MINUTES);
  if (policy.autoCheckOut.minutesAfterEnd > policy.checkOutClosesMinutesAfter) {
    issues.add(field, 'OUTSIDE_WINDOW', 'The automatic check-out must lie inside the window.');
  }
}

function checkThresholds(issues: IssueList, policy: Policy): void {
  const { absentBelowMinutes: absent, halfDayBelowMinutes: half } = policy;
  checkWholeOrOff(issues, 'absentBelowMinutes', absent, 0, DAY_MINUTES);
  checkWholeOrOff(issues, 'halfDayBelowMinutes', half, 0, DAY_MINUTES);
  checkWholeOrOff(issues, 'halfDayIfLateMinutes', policy.halfDayIfLateMinutes, 0, DAY_MINUTES);
  checkWhole(issues, 'lateGraceMinutes', policy.lateGraceMinutes, 0, DAY_MINUTES);
  checkWhole(issues, 'earlyGraceMinutes', policy.earlyGraceMinutes, 0, DAY_MINUTES);
  if (absent !== null && half !== null && absent >= half) {
    issues.add('absentBelowMinutes', 'THRESHOLDS_CROSSED', 'This must be below halfDayBelowMinutes.');
  }
}

function checkAllowances(issues: IssueList, policy: Policy): void {
  for (const name of ['monthlyLateAllowance', 'monthlyEarlyAllowance'] as const) {
    checkWholeOrOff(issues, `${name}.minutes`, policy[name]?.minutes, 0, 31 * DAY_MINUTES);
    checkWholeOrOff(issues, `${name}.occurrences`, policy[name]?.occurrences, 0, 366);
  }
}

function checkRounding(issues: IssueList, policy: Policy): void {
  for (const side of ['in', 'out'] as const) {
    const rule = policy.rounding?.[side];
    if (rule == null) continue;
    checkWhole(issues, `rounding.${side}.toMinutes`, rule.toMinutes, 1, 60);
    checkOneOf(issues, `rounding.${side}.direction`, rule.direction, ROUNDING_DIRECTIONS);
    if (rule.toMinutes > 0 && 60 % rule.toMinutes !== 0) {
      issues.add(`rounding.${side}.toMinutes`, 'NOT_A_DIVISOR', 'The step must divide the hour.');
    }
  }
}
