import { openSnapshot } from '../connection/snapshot.js';
import type { AuditEntryDocument } from '../models/audit-entry.model.js';
import type { Models } from '../models/index.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { type AuditAnchor, type AuditVerification, verifyAuditChain } from './verify-audit-chain.js';

export interface StoredChainOptions {
  readonly connection: mongoose.Connection;
  readonly models: Models;
  readonly auditKey: Buffer;
  readonly anchors: readonly AuditAnchor[];
}

/** Verifies the chain as it was at one instant, while others write. Entries are read raw: added fields count too. */
export async function verifyStoredAuditChain(options: StoredChainOptions): Promise<AuditVerification> {
  const { connection, models, auditKey, anchors } = options;
  const { session, collection } = await openSnapshot(connection);
  try {
    const entries = collection(models.auditEntries.model.collection.name);
    const isSealed = { $type: 'number' };
    const raw = (filter: object, sort: Record<string, 1>) =>
      entries.find(filter, { session, sort, batchSize: 1000 }) as unknown as AsyncIterable<AuditEntryDocument>;
    const head = await collection(models.auditHead.model.collection.name).findOne({ _id: 'head' } as object, {
      session,
    });
    return await verifyAuditChain({
      auditKey,
      head: head as never,
      sealed: raw({ sequence: isSealed }, { sequence: 1 }),
      pending: raw({ sequence: { $not: isSealed } }, { _id: 1 }),
      anchors,
    });
  } finally {
    await session.endSession();
  }
}
