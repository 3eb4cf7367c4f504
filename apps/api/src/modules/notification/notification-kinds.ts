import { NOTIFICATION_KINDS, type NotificationKind, type Scope } from '@rollcall/contracts';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';

/** What somebody must be allowed to read, or to decide, to be told of a kind. */
export const SCOPE_OF_KIND: Readonly<Record<NotificationKind, Scope>> = {
  MISSING_MARK: 'attendance:read',
  LATE: 'attendance:read',
  APPROVAL_DUE: 'attendance:manage',
  SILENT_DEVICE: 'attendance:read',
  REFUSED_ATTEMPTS: 'audit:read',
};

/** The kinds that this actor may be told of about other people. */
export function kindsSeenBy(actor: Actor): readonly NotificationKind[] {
  return NOTIFICATION_KINDS.filter((kind) => hasScope(actor, SCOPE_OF_KIND[kind]));
}
