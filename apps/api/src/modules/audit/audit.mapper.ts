import type { AuditEntry as AuditEntryEntity } from '@rollcall/db';
import type { AuditEntry } from './audit.types.js';
import { auditDetails } from './audit-details.js';

export function toAuditEntry(entry: AuditEntryEntity): AuditEntry {
  const { id, at, action, outcome, requestId, sequence, actor, target } = entry;
  return {
    ...{ id, at, action, outcome, requestId, sequence },
    actor: { kind: actor.kind, id: actor.id },
    target: target === null ? null : { kind: target.kind, id: target.id },
    details: auditDetails(entry.details),
  };
}
