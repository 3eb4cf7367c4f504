import { AuditSealer } from '../audit/audit-sealer.js';
import { type SealingLoop, startSealingLoop } from '../audit/audit-sealing-loop.js';
import type { AuditAnchor, AuditVerification } from '../audit/verify-audit-chain.js';
import { verifyStoredAuditChain } from '../audit/verify-stored-audit-chain.js';
import { isRestoreUnfinished, unmarkRestore } from '../backup/restore-marker.js';
import { type BackupOptions, type TakenBackup, takeDataBackup, takeKeysBackup } from '../backup/take-backup.js';
import { type ChangeFeeds, createChangeFeeds } from '../changes/change-feeds.js';
import { KeyStore } from '../crypto/key-store.js';
import type { MasterKeyRing } from '../crypto/master-key.js';
import { MigrationError } from '../migrations/migration.js';
import { runMigrations } from '../migrations/run-migrations.js';
import { compileKeyModels, compileModels, type KeyModels, type Models } from '../models/index.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { Collection } from '../repositories/collection.js';
import { createRepositories, type Repositories } from '../repositories/create-repositories.js';
import { openConnection } from './open-connection.js';
import { transactionsOn, type WithTransaction } from './transaction.js';

export interface DatabaseOptions {
  /** A replica set (transactions need one); its database name, or `rollcall` if it names none. */
  readonly uri: string;
  /** Another deployment for the data keys. Default: the database `<name>_keys` of the same one. */
  readonly keysUri?: string | undefined;
  readonly masterKeys: MasterKeyRing;
  /** Reads them anew, for a process that runs while they are rotated. Left out: they never change. */
  readonly reloadMasterKeys?: () => Promise<MasterKeyRing>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** True: whoever opened it before brought indexes and migrations up to date. Default: false. */
  readonly isUpToDate?: boolean;
  /** True: a restore goes on with a database that it has written and not finished. Default: such a one is refused. */
  readonly isRestoring?: boolean;
}

/** The open database: what the composition root hands to the services. */
export interface Database {
  readonly repositories: Repositories;
  readonly keyStore: KeyStore;
  readonly withTransaction: WithTransaction;
  /** The driver's handle of the main database, for the sign-in library. */
  readonly nativeDb: NonNullable<mongoose.Connection['db']>;
  readonly nativeClient: ReturnType<mongoose.Connection['getClient']>;
  /** What happens while it happens; a process shares one change stream a collection. */
  readonly changes: ChangeFeeds;
  /** Resolves if the database answers. */
  ping(): Promise<void>;
  /** Chains audit entries in the background until `stop`; one process at a time does the work. */
  startAuditSealing(onError: (error: unknown) => void, intervalMs?: number): SealingLoop;
  /** Chains now what waits; null if another process does it. */
  sealAudit(): Promise<number | null>;
  verifyAudit(anchors?: readonly AuditAnchor[]): Promise<AuditVerification>;
  /** Writes everything but the keys into an archive, while others go on writing. @throws BackupError; EEXIST, and no file changed */
  takeBackup(options: BackupOptions): Promise<TakenBackup>;
  /** Writes the wrapped keys and the ledger of what was erased into an archive. @throws as `takeBackup` */
  takeKeysBackup(options: BackupOptions): Promise<TakenBackup>;
  /** From now on anybody may open the database that `restoreBackup` wrote. */
  finishRestore(): Promise<void>;
  close(): Promise<void>;
}

const AUDIT_KEY_OWNER = 'system:audit';
const BLOB_KEY_OWNER = 'system:blobs';
const WEBHOOK_KEY_OWNER = 'system:webhooks';

/**
 * Connects, brings indexes and migrations up to date (one process at a time), and opens the key store.
 *
 * @throws Error if the server does not answer within 10 s; MigrationError; MasterKeyError if the keys are of another ring
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { uri, keysUri, masterKeys, now, newId } = options;
  const connection = await openConnection(uri);
  try {
    const keysConnection =
      keysUri === undefined
        ? connection.useDb(`${connection.name}_keys`, { useCache: true })
        : await openConnection(keysUri);
    const models = compileModels(connection);
    const keyModels = compileKeyModels(keysConnection);
    if (options.isRestoring !== true && (await isRestoreUnfinished(connection)))
      throw new MigrationError('A restore into this database was cut off. Run "rollcall restore" again.');
    if (options.isUpToDate !== true) await runMigrations({ connection, models, keyModels, now, newId });
    return await assemble({ ...options, connection, keysConnection, models, keyModels, masterKeys });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

interface Parts extends DatabaseOptions {
  readonly connection: mongoose.Connection;
  readonly keysConnection: mongoose.Connection;
  readonly models: Models;
  readonly keyModels: KeyModels;
}

async function assemble(parts: Parts): Promise<Database> {
  const { connection, keysConnection, models, keyModels, masterKeys, now, newId } = parts;
  const { db } = connection;
  if (db === undefined) throw new Error('The connection names no database.');
  const keyStore = new KeyStore(
    new Collection(keyModels.dataKeys),
    new Collection(keyModels.erasedKeys),
    masterKeys,
    newId,
    parts.reloadMasterKeys,
  );
  const auditKey = (await keyStore.ensure(AUDIT_KEY_OWNER, now())).key;
  const blobKey = (await keyStore.ensure(BLOB_KEY_OWNER, now())).key;
  const webhookKey = (await keyStore.ensure(WEBHOOK_KEY_OWNER, now())).key;
  const withTransaction = transactionsOn(connection);
  const entries = new Collection(models.auditEntries);
  const head = new Collection(models.auditHead);
  const changes = createChangeFeeds(db);
  const newSealer = () => new AuditSealer({ entries, head, auditKey, withTransaction, now, ownerId: newId() });
  return {
    repositories: createRepositories(models, keyModels, keyStore, auditKey, { db, key: blobKey }, webhookKey),
    keyStore,
    withTransaction,
    nativeDb: db,
    changes,
    nativeClient: connection.getClient(),
    ping: async () => void (await db.command({ ping: 1 })),
    startAuditSealing: (onError, intervalMs) =>
      startSealingLoop({ sealer: newSealer(), onError, ...(intervalMs && { intervalMs }) }),
    sealAudit: async () => {
      const sealer = newSealer();
      try {
        return await sealer.sealPending();
      } finally {
        await sealer.releaseLease();
      }
    },
    verifyAudit: (anchors = []) => verifyStoredAuditChain({ connection, models, auditKey, anchors }),
    takeBackup: (backup) => takeDataBackup({ ...backup, connection, keysConnection, now }),
    takeKeysBackup: (backup) => takeKeysBackup({ ...backup, connection, keysConnection, now }),
    finishRestore: () => unmarkRestore(connection),
    close: async () => {
      await changes.close();
      if (parts.keysUri !== undefined) await keysConnection.close();
      await connection.close();
    },
  };
}
