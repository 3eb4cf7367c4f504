import { SCOPES, type Scope } from '@rollcall/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readEnv } from '../env.js';
import { ApiKeyService } from '../modules/api-key/api-key.service.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { CliState } from './cli-state.js';
import { printJson } from './output.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface CreateFlags {
  readonly name: string;
  readonly scope: Scope[];
  readonly pad: 'refuse' | 'flag';
  readonly expires?: Date;
  readonly json?: boolean;
}

export function addApiKeyCommands(program: Command, state: CliState): void {
  const apiKey = program.command('api-key').description('Keys for other systems.');
  apiKey
    .command('create')
    .description('Makes a key and prints it once; it cannot be read again.')
    .requiredOption('--name <name>', 'what the key is for', parseName)
    .addOption(new Option('--scope <scope...>', 'what the key may do').choices(SCOPES).makeOptionMandatory())
    .addOption(
      new Option('--pad <policy>', 'what to do with a photo that looks like a picture of a picture')
        .choices(['refuse', 'flag'])
        .default('refuse'),
    )
    .option('--expires <when>', 'a date (2027-01-31) or an instant; left out: never', parseExpiry)
    .option('--json', 'print the answer as JSON')
    .action(async (flags: CreateFlags) => {
      const { apiKey: created, key } = await withDatabase(readEnv(), async ({ repositories, withTransaction }) => {
        const service = new ApiKeyService({ db: { ...repositories, withTransaction }, now, newId });
        const padPolicy = flags.pad === 'flag' ? 'FLAG' : 'REFUSE';
        const scopes = [...new Set(flags.scope)];
        return service.create(COMMAND_LINE, { name: flags.name, scopes, padPolicy, expiresAt: flags.expires ?? null });
      });
      const { id, name, scopes, padPolicy, createdAt, expiresAt } = created;
      if (flags.json) printJson(state.terminal, { id, key, name, scopes, padPolicy, createdAt, expiresAt });
      else {
        state.terminal.out(key);
        state.terminal.error('This is the only time the key is shown. Send it as "Authorization: Bearer <key>".');
      }
    });
}

function parseName(text: string): string {
  if (text.trim() === '' || text.length > 200) throw new InvalidArgumentError('It needs 1 to 200 characters.');
  return text.trim();
}

function parseExpiry(text: string): Date {
  const when = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(when.getTime())) {
    throw new InvalidArgumentError('Write a date such as 2027-01-31.');
  }
  if (when <= now()) throw new InvalidArgumentError('It is in the past.');
  return when;
}
