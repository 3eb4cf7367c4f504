import { setTimeout as sleep } from 'node:timers/promises';
import type { mongoose } from '../models/mongoose-setup.js';
import { MigrationError } from './migration.js';

interface LockDocument {
  _id: string;
  ownerId: string;
  leaseUntil: Date;
}

export interface LockOptions {
  readonly connection: mongoose.Connection;
  readonly now: () => Date;
  readonly ownerId: string;
  /** The lease is renewed while the work runs; after a crash others wait so long. Default 30 s. */
  readonly leaseMs?: number;
  readonly waitTimeoutMs?: number;
}

/**
 * Runs the work while no other process runs it.
 *
 * @throws MigrationError if another process holds the lock for longer than the time to wait (default 120 s)
 */
export async function withMigrationLock<T>(options: LockOptions, work: () => Promise<T>): Promise<T> {
  const { connection, now, ownerId, leaseMs = 30_000, waitTimeoutMs = 120_000 } = options;
  const locks = connection.collection<LockDocument>('locks');
  const leaseEnd = () => new Date(now().getTime() + leaseMs);
  let waitedMs = 0;
  while (!(await tryLock())) {
    if (waitedMs >= waitTimeoutMs)
      throw new MigrationError('Another process has been changing the database for too long. Try again.');
    await sleep(200);
    waitedMs += 200;
  }
  const renewal = setInterval(() => {
    locks.updateOne({ _id: 'migrations', ownerId }, { $set: { leaseUntil: leaseEnd() } }).catch(() => undefined);
  }, leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await locks.deleteOne({ _id: 'migrations', ownerId });
  }

  async function tryLock(): Promise<boolean> {
    try {
      const filter = { _id: 'migrations', leaseUntil: { $lte: now() } };
      await locks.updateOne(filter, { $set: { ownerId, leaseUntil: leaseEnd() } }, { upsert: true });
      return true;
    } catch (error) {
      // The upsert meets a living lock: the id is taken.
      if ((error as { code?: unknown }).code === 11000) return false;
      throw error;
    }
  }
}
