import { DomainError, type Scope } from '@rollcall/contracts';
import type { Actor } from './actor.js';

/**
 * Who may use an operation or a field.
 * - `public`: anyone, also without signing in
 * - `signedIn`: any person or key; with `isForSettingUp` also who still has to set up the second factor of the role
 * - `scope`: who holds this scope through a role or a key
 * - `person`: who holds this scope through a role; never a key or a device
 * - `anyScope`: who holds one of these scopes
 * - `scopeOrSelf`: who holds the scope, or an employee for what is their own; the service narrows the data down
 * - `inherit`: who was given the object may read the field
 * - `hidden`: the same, but the value is null for devices and for whoever lacks the scope
 */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn'; readonly isForSettingUp?: true }
  | { readonly kind: 'scope'; readonly scope: Scope }
  | { readonly kind: 'person'; readonly scope: Scope }
  | { readonly kind: 'anyScope'; readonly scopes: readonly Scope[] }
  | { readonly kind: 'scopeOrSelf'; readonly scope: Scope }
  | { readonly kind: 'inherit' }
  | { readonly kind: 'hidden'; readonly scope: Scope };

export const open: AccessRule = { kind: 'public' };
export const signedIn: AccessRule = { kind: 'signedIn' };
/** What somebody needs who has to set up a second factor first. */
export const signedInForSettingUp: AccessRule = { kind: 'signedIn', isForSettingUp: true };
export const inherit: AccessRule = { kind: 'inherit' };
export const needs = (scope: Scope): AccessRule => ({ kind: 'scope', scope });
export const needsPerson = (scope: Scope): AccessRule => ({ kind: 'person', scope });
export const needsAny = (...scopes: readonly Scope[]): AccessRule => ({ kind: 'anyScope', scopes });
export const needsOrSelf = (scope: Scope): AccessRule => ({ kind: 'scopeOrSelf', scope });

export const hiddenWithout = (scope: Scope): AccessRule => ({ kind: 'hidden', scope });

export function hasScope(actor: Actor, scope: Scope): boolean {
  return actor.kind === 'SYSTEM' || actor.scopes.has(scope);
}

/**
 * The check at the top of each service method.
 *
 * @throws DomainError FORBIDDEN
 */
export function authorise(actor: Actor, scope: Scope): void {
  if (!hasScope(actor, scope))
    throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} lacks ${scope}` });
}

/** As `authorise`, for what only people do, and no program. @throws DomainError FORBIDDEN */
export function authorisePerson(actor: Actor, scope: Scope): void {
  authorise(actor, scope);
  if (actor.kind !== 'USER') throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} is no person` });
}

/** As `authorise`, for what serves several purposes. @throws DomainError FORBIDDEN */
export function authoriseAny(actor: Actor, scopes: readonly Scope[]): void {
  if (!scopes.some((scope) => hasScope(actor, scope)))
    throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} lacks each of ${scopes.join(', ')}` });
}

/** @throws DomainError SECOND_FACTOR_REQUIRED */
export function requireSecondFactor({ lacksSecondFactor = false }: Actor): void {
  if (lacksSecondFactor) throw new DomainError('SECOND_FACTOR_REQUIRED');
}

/** @throws DomainError UNAUTHENTICATED for nobody, FORBIDDEN for somebody who may not, SECOND_FACTOR_REQUIRED */
export function checkRule(rule: AccessRule, actor: Actor | null): void {
  if (rule.kind === 'public' || rule.kind === 'inherit' || rule.kind === 'hidden') return;
  if (actor === null) throw new DomainError('UNAUTHENTICATED');
  if (rule.kind === 'signedIn' && rule.isForSettingUp) return;
  requireSecondFactor(actor);
  if (rule.kind === 'signedIn') return;
  if (rule.kind === 'scopeOrSelf' && actor.employeeId !== null) return;
  if (rule.kind === 'anyScope') {
    authoriseAny(actor, rule.scopes);
    return;
  }
  if (rule.kind === 'person') authorisePerson(actor, rule.scope);
  else authorise(actor, rule.scope);
}

/** Whether the value of the field is given out at all. */
export function isShown(rule: AccessRule, actor: Actor | null): boolean {
  if (rule.kind !== 'hidden') return true;
  return actor !== null && actor.kind !== 'DEVICE' && hasScope(actor, rule.scope);
}
