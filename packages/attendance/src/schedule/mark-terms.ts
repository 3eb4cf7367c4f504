import { POLICY_DEFAULTS } from '../policy/defaults.js';
import { PolicyBook } from '../policy/policy-book.js';
import { addDays } from '../time/local-date.js';
import type { Employee } from '../types/calendar.js';
import type { PolicyInput } from '../types/policy.js';
import type { LocalDate } from '../types/primitives.js';
import type { Shift, ShiftAssignment } from '../types/schedule.js';
import { Roster } from './roster.js';

export interface MarkTermsInput {
  readonly employee: Pick<Employee, 'defaultShiftId'>;
  readonly assignments: readonly ShiftAssignment[];
  readonly shifts: readonly Shift[];
  readonly policies: readonly PolicyInput[];
}

/** What holds for a mark before its day is judged. */
export interface MarkTerms {
  /** A mark sooner than this after the one before is a double tap. */
  readonly minimumMarkGapSeconds: number;
  /** Where the roster sends the person on that date; null: to the own site. */
  readonly siteId: string | null;
}

/**
 * The terms of a mark made on `date`: by the shifts of that date, else those of the day before (a night shift), else the defaults. Of
 * several shifts the smallest gap holds, so that no mark is called a double tap that one of them would count.
 *
 * @throws DomainError BAD_USER_INPUT if a named shift or policy is not given
 */
export function markTerms({ employee, assignments, shifts, policies }: MarkTermsInput, date: LocalDate): MarkTerms {
  const roster = new Roster(employee, assignments, shifts);
  const ofDate = roster.on(date).filter(({ isWorked }) => isWorked);
  const rostered = ofDate.length > 0 ? ofDate : roster.on(addDays(date, -1)).filter(({ isWorked }) => isWorked);
  if (rostered.length === 0) return { minimumMarkGapSeconds: POLICY_DEFAULTS.minimumMarkGapSeconds, siteId: null };
  const book = new PolicyBook(policies);
  const gaps = rostered.map(({ shift }) => book.on(shift.policyId, date).minimumMarkGapSeconds);
  const siteId = ofDate.find((one) => one.siteId !== null)?.siteId ?? null;
  return { minimumMarkGapSeconds: Math.min(...gaps), siteId };
}
