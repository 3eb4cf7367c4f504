import type { DbSession } from '../connection/session.js';
import type { AuditEntryDocument, AuditHeadDocument } from '../models/audit-entry.model.js';
import type { Collection } from '../repositories/collection.js';
import { chainLink, GENESIS, headMac } from './audit-chain.js';

export interface SealerOptions {
  readonly entries: Collection<AuditEntryDocument>;
  readonly head: Collection<AuditHeadDocument>;
  readonly auditKey: Buffer;
  readonly withTransaction: <T>(work: (session: DbSession) => Promise<T>) => Promise<T>;
  readonly now: () => Date;
  /** Names this sealer in the lease; a new one for each process. */
  readonly ownerId: string;
  /** Entries per transaction. Default 200. */
  readonly batchSize?: number;
  /** How long a silent sealer keeps others waiting. Default 10 s. */
  readonly leaseMs?: number;
}

const HEAD = 'head';

/**
 * Puts entries into one chain, in order of time and id. Many may run: one holds the lease, and the head changes only from
 * the value that was read (in the same transaction), so two sealers never fork the chain.
 */
export class AuditSealer {
  readonly #options: SealerOptions;
  readonly #batchSize: number;
  readonly #leaseMs: number;

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#batchSize = options.batchSize ?? 200;
    this.#leaseMs = options.leaseMs ?? 10_000;
  }

  /** Seals everything that waits. Returns how many entries; null if another sealer holds the lease. */
  async sealPending(): Promise<number | null> {
    // Reading costs nothing next to the journal write of a lease, and most rounds find nothing.
    if ((await this.#options.entries.findOne({ isPending: true })) === null) return 0;
    if (!(await this.acquireLease())) return null;
    let total = 0;
    for (;;) {
      const sealed = await this.#options.withTransaction((session) => this.sealBatch(session));
      total += sealed;
      if (sealed < this.#batchSize) return total;
      if (!(await this.acquireLease())) return total;
    }
  }

  /** Gives the lease back, so that another sealer can go on at once. */
  async releaseLease(): Promise<void> {
    const { head, ownerId } = this.#options;
    await head.updateOne({ _id: HEAD, leaseOwner: ownerId }, { $set: { leaseOwner: null, leaseUntil: null } });
  }

  private async acquireLease(): Promise<boolean> {
    const { head, ownerId, auditKey, now } = this.#options;
    const at = now();
    const current = await head.findOne({ _id: HEAD });
    if (current === null) {
      await this.createHead(auditKey);
      return this.acquireLease();
    }
    const isFree = current.leaseOwner === null || current.leaseOwner === ownerId || (current.leaseUntil ?? at) <= at;
    if (!isFree) return false;
    const { leaseOwner, leaseUntil } = current;
    const lease = { leaseOwner: ownerId, leaseUntil: new Date(at.getTime() + this.#leaseMs) };
    return head.updateOne({ _id: HEAD, leaseOwner, leaseUntil }, { $set: lease });
  }

  private async createHead(auditKey: Buffer): Promise<void> {
    const start = {
      sequence: 0,
      chain: GENESIS,
      mac: headMac(auditKey, 0, GENESIS),
      leaseOwner: null,
      leaseUntil: null,
    };
    await this.#options.head.insertUnlessThere({ _id: HEAD, ...start });
  }

  private async sealBatch(session: DbSession): Promise<number> {
    const { entries, head, auditKey, now, ownerId } = this.#options;
    const pending = await entries.find(
      { isPending: true },
      { session, sort: { at: 1, _id: 1 }, limit: this.#batchSize },
    );
    if (pending.length === 0) return 0;
    const start = await head.getOne({ _id: HEAD }, { session });
    const sealedAt = now();
    let { sequence, chain } = start;
    const updates = pending.map((entry) => {
      const previous = chain;
      sequence += 1;
      chain = chainLink(auditKey, { sequence, previous, mac: entry.mac, sealedAt });
      const update = { $set: { sequence, previous, chain, sealedAt }, $unset: { isPending: 1 } };
      return { filter: { _id: entry._id, isPending: true }, update };
    });
    await entries.updateEach(updates, { session });
    const next = { sequence, chain, mac: headMac(auditKey, sequence, chain) };
    const filter = { _id: HEAD, sequence: start.sequence, leaseOwner: ownerId };
    if (!(await head.updateOne(filter, { $set: next }, { session })))
      throw new Error('The audit chain has another sealer.');
    return pending.length;
  }
}
