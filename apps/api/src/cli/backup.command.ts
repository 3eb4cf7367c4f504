import { stat } from 'node:fs/promises';
import type { Database, TakenBackup } from '@rollcall/db';
import type { Command } from 'commander';
import { readEnv } from '../env.js';
import { ErasureReplayService } from '../modules/erasure/erasure-replay.service.js';
import { newId, now } from '../services/open-rollcall-database.js';
import { auditEntry, type ServiceContext } from '../services/service-context.js';
import { inOneSentence } from './backup-problem.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { printJson } from './output.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface BackupFlags {
  readonly keys?: string;
  readonly json?: boolean;
}

type Kind = 'DATA' | 'KEYS';

export function addBackupCommand(program: Command, state: CliState): void {
  program
    .command('backup')
    .description(
      'Copies the data of the running server into one file, as it was at one moment. No key is in it: stored faces in it cannot be read without the keys and the master key.',
    )
    .argument('[file]', 'the file for the data; it must not be there yet')
    .option('--keys <file>', 'a file for the wrapped keys; keep it apart from the data, and for seven days at most')
    .option('--json', 'print what was written as JSON')
    .action(async (file: string | undefined, { keys, json }: BackupFlags) => {
      if (file === undefined && keys === undefined)
        throw new CliError('Name a file for the data, or one for the keys with --keys.');
      for (const one of [file, keys]) if (one !== undefined) await checkNew(one);
      await withDatabase(readEnv(), async (database) => {
        const context = { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
        await new ErasureReplayService(context).noteErased();
        // The keys come last: a face that was registered in between has its key in the copy.
        const data = file === undefined ? null : await take(database, context, 'DATA', file);
        const copied = keys === undefined ? null : await take(database, context, 'KEYS', keys);
        if (json) printJson(state.terminal, { data, keys: copied });
        else for (const one of [data, copied]) if (one !== null) show(one, state);
      });
    });
}

async function checkNew(file: string): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new CliError(`${file} is there already. Name another file.`);
}

type Written = TakenBackup & { readonly file: string; readonly documents: number };

async function take(database: Database, context: ServiceContext, kind: Kind, file: string): Promise<Written> {
  const bar = progressBar();
  const stage = kind === 'DATA' ? 'data' : 'keys';
  const options = { file, onProgress: (at: { done: number; total: number }) => bar.onProgress({ stage, ...at }) };
  const taken = kind === 'DATA' ? database.takeBackup(options) : database.takeKeysBackup(options);
  const backup = await taken.catch((error: unknown) => inOneSentence(error, file)).finally(() => bar.end());
  const documents = Object.values(backup.collections).reduce((sum, count) => sum + count, 0);
  const details = { kind, takenAt: backup.takenAt.toISOString(), sha256: backup.sha256, documents };
  const witnessed = { action: 'BACKUP_TAKEN', target: null, details };
  await context.db.audit.insert(auditEntry(context, COMMAND_LINE, witnessed));
  return { file, documents, ...backup };
}

function show({ file, collections, documents, bytes, sha256 }: Written, { terminal }: CliState): void {
  const count = Object.keys(collections).length;
  terminal.out(`${file}: ${documents} documents of ${count} collections, ${bytes} bytes`);
  terminal.out(`  SHA-256 ${sha256}`);
}
