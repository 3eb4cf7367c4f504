import type { InputIssue } from '../input/issue-list.js';
import { IssueList } from '../input/issue-list.js';
import { isInServiceBreak } from '../schedule/employment.js';
import { parseInstant } from '../time/instant.js';
import { isWithin } from '../time/local-date.js';
import { assertTimeZone } from '../time/zone.js';
import { localDateOf } from '../time/zone-clock.js';
import type { Employee } from '../types/calendar.js';
import type { IsoInstant } from '../types/primitives.js';

/** What is checked of a mark before it is accepted; rows of an import have this shape. */
export interface MarkCandidate {
  readonly at: string;
  readonly timeZone: string;
}

export interface MarkCheck {
  readonly employee: Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>;
  /** Marks after this are in the future. */
  readonly asOf: IsoInstant;
  /** How far a clock may be ahead before a mark counts as in the future. Default 0. */
  readonly toleranceSeconds?: number;
}

/** An issue of one row, counted from 0. */
export interface RowIssue extends InputIssue {
  readonly row: number;
}

export interface CheckedMarks<Row> {
  readonly accepted: readonly Row[];
  readonly issues: readonly RowIssue[];
}

/**
 * Splits marks of one employee into those that can be accepted and those that cannot, with row, field and reason:
 * `INSTANT_FORMAT`, `TIME_ZONE_UNKNOWN`, `IN_FUTURE`, `BEFORE_JOINING`, `AFTER_LEAVING`.
 *
 * The night after the last day counts as the last day's: a shift that began then may end after midnight.
 */
export function validateMarks<Row extends MarkCandidate>(rows: readonly Row[], check: MarkCheck): CheckedMarks<Row> {
  const latestMs = parseInstant(check.asOf, 'asOf') + (check.toleranceSeconds ?? 0) * 1_000;
  const accepted: Row[] = [];
  const issues: RowIssue[] = [];
  for (const [row, candidate] of rows.entries()) {
    const found = issuesOf(candidate, latestMs, check.employee);
    if (found.length === 0) accepted.push(candidate);
    else issues.push(...found.map((issue) => ({ row, ...issue })));
  }
  return { accepted, issues };
}

const OVERNIGHT_HOURS = 24;

function issuesOf(
  { at, timeZone }: MarkCandidate,
  latestMs: number,
  employee: MarkCheck['employee'],
): readonly InputIssue[] {
  const list = new IssueList();
  list.attempt(() => assertTimeZone(timeZone, 'timeZone'));
  list.attempt(() => parseInstant(at, 'at'));
  if (list.issues.length > 0) return list.issues;
  const ms = parseInstant(at, 'at');
  if (ms > latestMs) list.add('at', 'IN_FUTURE', 'The mark is in the future.');
  if (!isWithin(localDateOf(ms, timeZone), employee.joiningDate, null)) {
    list.add('at', 'BEFORE_JOINING', 'The mark is before the first day of employment.');
  }
  const dates = [localDateOf(ms, timeZone), localDateOf(ms - OVERNIGHT_HOURS * 3_600_000, timeZone)] as const;
  const isBetween = dates.every((date) => isInServiceBreak(date, employee));
  if (isBetween || !isWithin(dates[1], null, employee.leavingDate)) {
    list.add('at', 'AFTER_LEAVING', 'The mark is after the last day of employment.');
  }
  return list.issues;
}
