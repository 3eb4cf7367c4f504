import { createHash } from 'node:crypto';
import type { Employee } from '@rollcall/db';
import type { Actor } from '../access/actor.js';
import { isVisible, limitOf } from '../access/read-limit.js';
import type { ServiceContext } from './service-context.js';

export type Claim = { readonly id: string } | { readonly number: string };

/** Who the person says they are; null if there is nobody of that name, or nobody this actor may see. */
export async function claimedEmployee({ db }: ServiceContext, actor: Actor, claim: Claim): Promise<Employee | null> {
  const { employees } = db;
  const found = 'id' in claim ? await employees.findById(claim.id) : await employees.findByNumber(claim.number);
  return found !== null && isVisible(limitOf(actor), found) ? found : null;
}

/**
 * Whom the throttle counts for. Unknown numbers share a fixed number of places, so that they are slowed down like known
 * ones and cannot fill the database.
 */
export function throttleSubject(employee: Employee | null, claim: Claim): string {
  if (employee !== null) return employee.id;
  const text = 'id' in claim ? claim.id : claim.number.trim().toLowerCase();
  return `unknown:${createHash('sha256').update(text).digest('hex').slice(0, 4)}`;
}

/** PINs are counted apart from faces: who fails at one can still use the other. */
export const pinSubject = (subject: string): string => `pin:${subject}`;

/** Who a badge belongs to, as a claim: a badge nobody has claims somebody who does not exist. */
export async function claimOfBadge({ db }: ServiceContext, badge: string): Promise<Claim> {
  const found = await db.employees.findByBadge(badge);
  const digest = createHash('sha256').update(badge.toLowerCase()).digest('hex');
  return { id: found?.id ?? `unknown-badge-${digest.slice(0, 16)}` };
}
