import type { Mark } from '../marks/mark.js';
import type { Policy } from '../types/policy.js';
import type { Pairing } from './pairing.js';
import { PairingWalk } from './pairing-walk.js';

/**
 * Walks through the marks of one window (in time order, double taps removed) and pairs them.
 *
 * `ALTERNATING` ignores whether a mark says in or out: they alternate, beginning with in. `BY_KIND` believes the kind;
 * `AUTO` is what alternation would expect. Break marks are believed in both. After a break has begun, the next in, or the
 * next alternating mark, ends it.
 */
export function pairMarks(marks: readonly Mark[], policy: Pick<Policy, 'pairing' | 'hours'>): Pairing {
  const walk = new PairingWalk(policy);
  for (const mark of marks) walk.take(mark);
  return walk.result();
}
