import { DomainError, type Role } from '@rollcall/contracts';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { ROLE_SCOPES } from '../../access/role-scopes.js';

/**
 * Nobody gives or takes away more than they may do themselves: otherwise who manages people could make an owner of anyone.
 *
 * @throws DomainError FORBIDDEN
 */
export function requireGrantable(actor: Actor, roles: readonly Role[]): void {
  const beyond = roles.filter((role) => ROLE_SCOPES[role].some((scope) => !hasScope(actor, scope)));
  if (beyond.length > 0)
    throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} may not grant ${beyond.join(', ')}` });
}
