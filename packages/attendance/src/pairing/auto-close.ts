import type { Mark } from '../marks/mark.js';
import { MS_PER_MINUTE } from '../time/duration.js';
import type { MarkRole } from '../types/day-record.js';
import type { Pairing } from './pairing.js';

/** The moment at which an open check-in is closed by the policy, or null if that cannot be: the in came later. */
export function autoCloseMs(openIn: Mark, shiftEndMs: number, minutesAfterEnd: number): number | null {
  const ms = shiftEndMs + minutesAfterEnd * MS_PER_MINUTE;
  return ms > openIn.ms ? ms : null;
}

/** The pairing with its open check-in closed at `outMs` by an out that nobody made. */
export function closeOpenIn(pairing: Pairing, outMs: number): Pairing {
  if (pairing.openIn === null) return pairing;
  const roles = new Map<Mark, MarkRole>(pairing.roles).set(pairing.openIn, 'IN');
  const pairs = [...pairing.pairs, { in: pairing.openIn, out: null, outMs }];
  return { ...pairing, pairs, roles, openIn: null, presence: 'OUT' };
}
