import { assertNever } from '@rollcall/contracts';
import type { IssueList } from '../input/issue-list.js';
import { assertLocalTime } from '../time/local-time.js';
import type { BreakRule } from '../types/policy.js';
import { checkWhole } from './check-levers.js';

const DAY_MINUTES = 1_440;

export function checkBreaks(issues: IssueList, breaks: readonly BreakRule[]): void {
  if (!Array.isArray(breaks)) {
    issues.add('breaks', 'NOT_A_LIST', 'Breaks are a list, empty for none.');
    return;
  }
  for (const [index, rule] of breaks.entries()) {
    const field = `breaks[${index}]`;
    checkSpan(issues, `${field}.span`, rule.span);
    if (rule.apply.kind === 'AUTOMATIC') {
      checkWhole(issues, `${field}.apply.afterWorkedMinutes`, rule.apply.afterWorkedMinutes, 0, DAY_MINUTES);
    }
  }
}

function checkSpan(issues: IssueList, field: string, span: BreakRule['span']): void {
  switch (span.kind) {
    case 'DURATION':
      checkWhole(issues, `${field}.minutes`, span.minutes, 1, DAY_MINUTES);
      return;
    case 'WINDOW':
      issues.attempt(() => assertLocalTime(span.start, `${field}.start`));
      issues.attempt(() => assertLocalTime(span.end, `${field}.end`));
      if (span.start === span.end) issues.add(`${field}.end`, 'START_EQUALS_END', 'A break must have a length.');
      return;
    default:
      assertNever(span);
  }
}
