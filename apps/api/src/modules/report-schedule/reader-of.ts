import type { Scope } from '@rollcall/contracts';
import type { ReportSchedule, User } from '@rollcall/db';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { toActor } from '../../auth/session-actor.js';

/** What somebody needs to be sent a report that way: the same as to get it oneself. */
export const scopesFor = (delivery: ReportSchedule['delivery']): readonly Scope[] =>
  delivery === 'ATTACHMENT' ? ['reports:read', 'exports:write'] : ['reports:read'];

/** The person with the rights of now; null if there is none any more. */
export function actorOfUser(user: User | undefined): Actor | null {
  if (user === undefined || user.deactivatedAt !== null) return null;
  return { ...toActor(user), requestId: null };
}

export const mayHave = (actor: Actor | null, delivery: ReportSchedule['delivery']): actor is Actor =>
  actor !== null && scopesFor(delivery).every((scope) => hasScope(actor, scope));

/**
 * Whose people stand in what a recipient is sent: never more than either may read. An owner who reads everybody sends each
 * recipient the people that this one may see; what an owner of some sites and departments sends, only those get who see all of them.
 *
 * @returns null if the recipient may not have it
 */
export function readerOf(owner: Actor, recipient: Actor | null, delivery: ReportSchedule['delivery']): Actor | null {
  if (!mayHave(recipient, delivery)) return null;
  if (owner.siteIds === null) return recipient;
  const { siteIds, departmentIds } = recipient;
  const seesAll =
    siteIds === null ||
    (owner.siteIds.every((id) => siteIds.includes(id)) &&
      owner.departmentIds.every((id) => departmentIds.includes(id)));
  return seesAll ? owner : null;
}
