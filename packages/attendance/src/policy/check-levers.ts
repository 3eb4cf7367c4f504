import type { IssueList } from '../input/issue-list.js';

/** Adds an issue unless `value` is a whole number from `min` to `max`. */
export function checkWhole(issues: IssueList, field: string, value: unknown, min: number, max: number): void {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    issues.add(field, 'NOT_WHOLE', 'This must be a whole number.');
  } else if (value < 0 && min >= 0) {
    issues.add(field, 'NEGATIVE', 'This must not be negative.');
  } else if (value < min || value > max) {
    issues.add(field, 'OUT_OF_RANGE', `This must be from ${min} to ${max}.`);
  }
}

/** Like `checkWhole`, but null means off. */
export function checkWholeOrOff(issues: IssueList, field: string, value: unknown, min: number, max: number): void {
  if (value !== null && value !== undefined) checkWhole(issues, field, value, min, max);
}

/** Adds an issue unless `value` is one of `allowed`. */
export function checkOneOf(issues: IssueList, field: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) {
    issues.add(field, 'UNKNOWN_VALUE', `This must be one of ${allowed.join(', ')}.`);
  }
}
