import { type Role, SECOND_FACTOR_ROLES } from '@rollcall/contracts';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';

const FIELD = 'secondFactorRoles';
const PEOPLE: readonly Role[] = SECOND_FACTOR_ROLES;

/**
 * Owners would lock themselves out if none of them had a second factor, so whoever asks for theirs has one.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export async function checkSecondFactorRoles(
  { db }: ServiceContext,
  actor: Actor,
  roles: readonly Role[],
): Promise<void> {
  if (roles.some((role) => !PEOPLE.includes(role))) throw badInput(FIELD, 'A kiosk cannot have a second factor.');
  if (!roles.includes('OWNER') || (await db.settings.get()).secondFactorRoles.includes('OWNER')) return;
  const isOwner = actor.kind === 'USER' && actor.roles.includes('OWNER');
  const hasOne =
    isOwner && ((await db.users.getById(actor.id)).hasSecondFactor || (await db.passkeys.hasAny(actor.id)));
  if (!hasOne) throw badInput(FIELD, 'Set up your own second factor first: an owner who has one asks it of owners.');
}
