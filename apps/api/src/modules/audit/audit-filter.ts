import { DomainError } from '@rollcall/contracts';
import type { AuditFilter } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import type { AuditEntryFilter } from './audit.inputs.js';

/** @throws DomainError FORBIDDEN without `audit:read`, and for who sees some sites only: entries belong to no site */
export function authoriseWhole(actor: Actor): void {
  authorise(actor, 'audit:read');
  if (actor.siteIds !== null)
    throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} sees some sites only` });
}

/** @throws DomainError BAD_USER_INPUT for a `targetId` without its kind */
export function toAuditFilter(filter: AuditEntryFilter | null | undefined): AuditFilter {
  const { targetKind, targetId, ...rest } = filter ?? {};
  if (targetId != null && targetKind == null) {
    throw new DomainError('BAD_USER_INPUT', { details: { field: 'targetKind', problem: 'Say the kind too.' } });
  }
  return { ...rest, target: targetKind == null ? null : { kind: targetKind, id: targetId } };
}
