import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type RestoredBackup, restoreBackup } from '@rollcall/db';
import type { Command } from 'commander';
import { type Env, readEnv } from '../env.js';
import { ErasureReplayService } from '../modules/erasure/erasure-replay.service.js';
import { MASTER_KEY_FILE, masterKeysOf, newId, now, openRollcallDatabase } from '../services/open-rollcall-database.js';
import { inOneSentence } from './backup-problem.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { CliError, EXIT } from './exit-codes.js';
import { printJson } from './output.js';
import { COMMAND_LINE } from './system-actor.js';
import { withStoppedServer } from './with-stopped-server.js';

interface RestoreFlags {
  readonly keys?: string;
  readonly json?: boolean;
}

export function addRestoreCommand(program: Command, state: CliState): void {
  program
    .command('restore')
    .description(
      'Puts a backup into a database without people and marks, while Rollcall is stopped, and erases again who was erased since. Exit code 0: done; 1: done, but the record of who did what is not whole; 2: nothing was put back.',
    )
    .argument('<file>', 'the backup of the data')
    .option('--keys <file>', 'the copy of the keys, if their database was lost too')
    .option('--json', 'print what was restored as JSON')
    .action(async (file: string, { keys, json }: RestoreFlags) => {
      const env = readEnv();
      await checkMasterKey(env);
      await withStoppedServer(env, async (uri) => {
        const restored = await write(env, uri, file, keys);
        const finished = await finish(env, uri, restored);
        if (!finished.isAuditIntact) state.exitCode = EXIT.no;
        if (json) printJson(state.terminal, { ...restored, ...finished });
        else show({ ...restored, ...finished }, state);
      });
    });
}

/** One that was made now would open nothing. */
async function checkMasterKey({ ROLLCALL_DATA_DIR, ROLLCALL_MASTER_KEY }: Env): Promise<void> {
  if (ROLLCALL_MASTER_KEY !== undefined) return;
  await stat(path.join(ROLLCALL_DATA_DIR, MASTER_KEY_FILE)).catch((cause) => {
    throw new CliError(
      `The master key is missing. Put ${MASTER_KEY_FILE} into ${ROLLCALL_DATA_DIR}, or set ROLLCALL_MASTER_KEY.`,
      { cause },
    );
  });
}

async function write(env: Env, uri: string, file: string, keysFile: string | undefined): Promise<RestoredBackup> {
  const bar = progressBar();
  const onProgress = (at: { done: number; total: number }) => bar.onProgress({ stage: 'documents', ...at });
  const places = { uri, keysUri: env.KEYS_MONGODB_URI, file, keysFile };
  return restoreBackup({ ...places, masterKeys: await masterKeysOf(env), now, onProgress })
    .catch((error: unknown) => inOneSentence(error, file))
    .finally(() => bar.end());
}

interface Finished {
  readonly peopleErased: number;
  readonly facesDeleted: number;
  readonly isAuditIntact: boolean;
}

/** Migrations and indexes, then the erasures; only then anybody else may open it. */
async function finish(env: Env, uri: string, restored: RestoredBackup): Promise<Finished> {
  const database = await openRollcallDatabase(env, uri, { isRestoring: true });
  try {
    const context = { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
    const replayed = await new ErasureReplayService(context).replay(COMMAND_LINE, restored);
    await database.sealAudit();
    const { isIntact } = await database.verifyAudit();
    await database.finishRestore();
    return { ...replayed, isAuditIntact: isIntact };
  } finally {
    await database.close();
  }
}

function show(done: RestoredBackup & Finished, { terminal }: CliState): void {
  const { takenAt, documents, collections, peopleErased, facesDeleted, isAuditIntact } = done;
  terminal.out(`Restored as of ${takenAt.toISOString()}: ${documents} documents of ${collections} collections.`);
  terminal.out(`Erased again: ${peopleErased}. Faces given up since, or without a key: ${facesDeleted}.`);
  terminal.out(
    isAuditIntact
      ? 'The record of who did what is whole.'
      : 'The record of who did what is not whole: "rollcall audit verify" says where.',
  );
}
