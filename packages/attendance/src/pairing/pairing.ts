import type { Mark } from '../marks/mark.js';
import type { DayPresence, MarkRole } from '../types/day-record.js';

/** An in with its out; `out` is null for an out that the policy made at `outMs`. */
export interface MarkPair {
  readonly in: Mark;
  readonly out: Mark | null;
  readonly outMs: number;
}

export interface MarkedBreak {
  readonly start: Mark;
  readonly end: Mark;
}

/** What the marks of one window mean. Every mark has exactly one role. */
export interface Pairing {
  readonly pairs: readonly MarkPair[];
  readonly breaks: readonly MarkedBreak[];
  readonly roles: ReadonlyMap<Mark, MarkRole>;
  /** The in that still waits for its out. */
  readonly openIn: Mark | null;
  /** The earliest in, paired or not. */
  readonly firstIn: Mark | null;
  readonly presence: DayPresence;
}

const UNRESOLVED_ROLES: ReadonlySet<MarkRole> = new Set([
  'OPEN_IN',
  'UNPAIRED_IN',
  'ORPHAN_OUT',
  'ORPHAN_BREAK',
  'UNCLOSED_BREAK',
]);

/** Marks that lack a partner: as long as there is one, the day is `MISSING_MARK`. */
export function unresolvedMarks(pairing: Pick<Pairing, 'roles'>): readonly Mark[] {
  return [...pairing.roles].filter(([, role]) => UNRESOLVED_ROLES.has(role)).map(([mark]) => mark);
}
