import { type Database, readMasterKeyFile, withNewMasterKey, writeMasterKeyFile } from '@rollcall/db';
import type { Command } from 'commander';
import { type Env, readEnv } from '../env.js';
import { masterKeyFileOf, newId, now } from '../services/open-rollcall-database.js';
import { auditEntry } from '../services/service-context.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { printJson } from './output.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

const BATCH = 100;

export function addRotateMasterKeyCommand(program: Command, state: CliState): void {
  program
    .command('rotate-master-key')
    .description(
      'Makes a new master key and wraps every key of a person by it, while Rollcall runs. Cut off, it goes on when it is called again.',
    )
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const env = readEnv();
      const isNew = await addKeyUnlessUnderWay(env);
      const rewrapped = await withDatabase(env, rewrap);
      if (!isNew && rewrapped === 0) throw new CliError(NOTHING_TO_DO);
      if (json) return printJson(state.terminal, { isNew, rewrapped });
      state.terminal.out(`${rewrapped} keys are wrapped by the ${isNew ? 'new' : 'current'} master key.`);
      if (isNew)
        state.terminal.out(
          `Copy ${masterKeyFileOf(env)} to where you keep the master key: older backups need the older one in it.`,
        );
    });
}

const NOTHING_TO_DO =
  'The master key comes from ROLLCALL_MASTER_KEY, and every key is wrapped by it. Put a new one behind it there (1:OLD,2:NEW), restart Rollcall, and try again.';

/** False: a rotation was cut off and goes on, or the keys come from the environment. */
async function addKeyUnlessUnderWay(env: Env): Promise<boolean> {
  const file = masterKeyFileOf(env);
  const isUnderWay = (await withDatabase(env, ({ keyStore }) => keyStore.countOlder())) > 0;
  if (file === null || isUnderWay) return false;
  await writeMasterKeyFile(file, withNewMasterKey(await readMasterKeyFile(file)));
  return true;
}

async function rewrap({ keyStore, repositories }: Database): Promise<number> {
  const total = await keyStore.countOlder();
  const bar = progressBar();
  let done = 0;
  for (let count = -1; count !== 0; done += count) {
    count = await keyStore.rewrapBatch(BATCH);
    bar.onProgress({ stage: 'keys', done: done + count, total });
  }
  bar.end();
  const context = { now, newId };
  const witnessed = { action: 'MASTER_KEY_ROTATED', target: null, details: { keyCount: done } };
  if (done > 0) await repositories.audit.insert(auditEntry(context, COMMAND_LINE, witnessed));
  return done;
}
