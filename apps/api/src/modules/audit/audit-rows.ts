import type { AuditEntry } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { Loaders } from '../../graphql/loaders.js';
import { column, type ReportRow } from '../../report-files/report-table.js';
import { partyName } from './party-name.js';

export const AUDIT_COLUMNS = [
  ...[column('at', 'DATETIME'), column('sequence'), column('action'), column('outcome')],
  ...[column('actorKind'), column('actorName'), column('actorId')],
  ...[column('targetKind'), column('targetName'), column('targetId')],
  ...[column('requestId'), column('detail')],
];

/** Names are looked up for so many entries at a time. */
const ENTRIES_AT_ONCE = 500;

/** The lines of a file, in the order of the entries; what was noted beside one is JSON in one cell. */
export async function* auditRows(
  actor: Actor,
  entries: AsyncIterable<AuditEntry>,
  loaders: Loaders,
): AsyncGenerator<ReportRow> {
  let waiting: AuditEntry[] = [];
  for await (const entry of entries) {
    waiting.push(entry);
    if (waiting.length < ENTRIES_AT_ONCE) continue;
    yield* await Promise.all(waiting.map((one) => auditRow(actor, one, loaders)));
    waiting = [];
  }
  yield* await Promise.all(waiting.map((one) => auditRow(actor, one, loaders)));
}

async function auditRow(actor: Actor, entry: AuditEntry, loaders: Loaders): Promise<ReportRow> {
  const { at, sequence, action, outcome, target, requestId, details } = entry;
  const [actorName, targetName] = await Promise.all([
    partyName(actor, loaders, entry.actor),
    target === null ? null : partyName(actor, loaders, target),
  ]);
  return {
    ...{ at: at.toISOString(), sequence, action, outcome, actorName, targetName, requestId },
    ...{ actorKind: entry.actor.kind, actorId: entry.actor.id },
    ...{ targetKind: target?.kind ?? null, targetId: target?.id ?? null },
    detail: Object.keys(details).length === 0 ? null : JSON.stringify(details),
  };
}
