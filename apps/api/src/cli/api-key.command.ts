import { SCOPES, type Scope } from '@rollcall/contracts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { readEnv } from '../env.js';
import { ApiKeyService } from '../modules/api-key/api-key.service.js';
import { OVERLAP_HOURS } from '../modules/api-key/overlap-hours.js';
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

interface RotateFlags {
  readonly overlap: number;
  readonly json?: boolean;
}

export function addApiKeyCommands(program: Command, state: CliState): void {
  const apiKey = program.command('api-key').description('Keys for other systems.');
  addCreate(apiKey, state);
  addRotate(apiKey, state);
}

function addCreate(apiKey: Command, state: CliState): void {
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
      const { apiKey: created, key } = await withKeys((service) => {
        const padPolicy = flags.pad === 'flag' ? 'FLAG' : 'REFUSE';
        const scopes = [...new Set(flags.scope)];
        return service.create(COMMAND_LINE, { name: flags.name, scopes, padPolicy, expiresAt: flags.expires ?? null });
      });
      const { id, name, scopes, padPolicy, createdAt, expiresAt } = created;
      if (flags.json) printJson(state.terminal, { id, key, name, scopes, padPolicy, createdAt, expiresAt });
      else showOnce(state, key);
    });
}

function addRotate(apiKey: Command, state: CliState): void {
  apiKey
    .command('rotate')
    .description('Makes a new secret for a key and prints it once; the old one goes on working for a while.')
    .argument('<id>', 'what stands between rk_ and the next _ of the key', parseId)
    .option(
      '--overlap <hours>',
      `how long the old one works, 0 to ${OVERLAP_HOURS.max}`,
      parseOverlap,
      OVERLAP_HOURS.default,
    )
    .option('--json', 'print the answer as JSON')
    .action(async (id: string, flags: RotateFlags) => {
      const input = { id, overlapHours: flags.overlap };
      const { apiKey: rotated, key } = await withKeys((service) => service.rotate(COMMAND_LINE, input));
      const { name, previousWorksUntil, expiresAt } = rotated;
      if (flags.json) printJson(state.terminal, { id, key, name, previousWorksUntil, expiresAt });
      else showOnce(state, key);
    });
}

function withKeys<T>(work: (service: ApiKeyService) => Promise<T>): Promise<T> {
  return withDatabase(readEnv(), ({ repositories, withTransaction }) =>
    work(new ApiKeyService({ db: { ...repositories, withTransaction }, now, newId })),
  );
}

function showOnce({ terminal }: CliState, key: string): void {
  terminal.out(key);
  terminal.error('This is the only time the key is shown. Send it as "Authorization: Bearer <key>".');
}

function parseId(text: string): string {
  if (!/^[0-9a-f]{6,64}$/.test(text)) throw new InvalidArgumentError('An id has digits and the letters a to f only.');
  return text;
}

function parseOverlap(text: string): number {
  const hours = Number(text);
  if (!/^\d+$/.test(text) || hours > OVERLAP_HOURS.max)
    throw new InvalidArgumentError(`Write whole hours, 0 to ${OVERLAP_HOURS.max}.`);
  return hours;
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
