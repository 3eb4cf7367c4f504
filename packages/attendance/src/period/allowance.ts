import type { MonthlyAllowance } from '../types/policy.js';

/** What of a month's allowance is used up. */
export interface AllowanceUse {
  readonly minutes: number;
  readonly occurrences: number;
}

export const UNUSED: AllowanceUse = { minutes: 0, occurrences: 0 };

export interface Excused {
  readonly excusedMinutes: number;
  readonly use: AllowanceUse;
}

/**
 * Forgives minutes as far as the allowance has room, earliest days first. A day may be forgiven in part by minutes;
 * each forgiven day, in part or whole, is one occurrence.
 */
export function excuse(minutes: number, allowance: MonthlyAllowance | null, use: AllowanceUse): Excused {
  const none = { excusedMinutes: 0, use };
  if (allowance === null || minutes === 0) return none;
  const minutesLimit = allowance.minutes ?? null;
  const occurrencesLimit = allowance.occurrences ?? null;
  if (minutesLimit === null && occurrencesLimit === null) return none;
  if (occurrencesLimit !== null && use.occurrences >= occurrencesLimit) return none;
  const room = minutesLimit === null ? minutes : Math.max(0, minutesLimit - use.minutes);
  const excusedMinutes = Math.min(minutes, room);
  if (excusedMinutes === 0) return none;
  return {
    excusedMinutes,
    use: { minutes: use.minutes + excusedMinutes, occurrences: use.occurrences + 1 },
  };
}
