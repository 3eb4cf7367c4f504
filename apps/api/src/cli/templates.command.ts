import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Env, readEnv } from '../env.js';
import { csvLines } from '../files/csv-text.js';
import { type StalePerson, StaleTemplateService } from '../modules/template/stale-template.service.js';
import { createServices } from '../services/create-services.js';
import { engineOptionsFrom, ownModelsFile } from '../services/engine-options.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import type { CliState } from './cli-state.js';
import { CliError, EXIT } from './exit-codes.js';
import { fileProblem } from './file-problem.js';
import { openEngine } from './open-engine.js';
import { printJson } from './output.js';
import { packNamed } from './pack-named.js';
import { runToEnd, storeFile } from './run-import-job.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface ListFlags {
  readonly pack?: string;
  readonly out?: string;
  readonly json?: boolean;
}

interface ReEmbedFlags extends ListFlags {
  readonly photos?: string;
  readonly removeOld?: boolean;
}

/** Portraits that HR keeps are often photos of prints: a suspicion is noted, not decisive, as with HR's uploads. */
const RENEWER = { ...COMMAND_LINE, padPolicy: 'FLAG' } as const;

/** `rollcall templates`: what to do about stored faces when the pack changes. */
export function addTemplateCommands(program: Command, state: CliState): void {
  const templates = program.command('templates').description('The stored faces of the running server, by model.');
  addListOptions(templates.command('list-stale'))
    .description('Who is registered with another model only? Exit code 0: nobody; 1: somebody; 2: could not tell.')
    .action((flags: ListFlags) => listStale(state, flags));
  addListOptions(templates.command('re-embed'))
    .description(
      'Makes templates of the pack from photos; goes on where it was if it was cut off. Exit code 0: everybody has one; 1: some must register again; 2: not done.',
    )
    .option('--photos <archive>', 'ZIP archive with photos named after the employee number: 17.jpg, 17_2.jpg')
    .option('--remove-old', 'delete templates of other models of everybody who has one of the pack')
    .action((flags: ReEmbedFlags) => reEmbed(state, flags));
}

function addListOptions(command: Command): Command {
  return command
    .option('--pack <name>', 'the pack that is to read the faces (default: FACE_PACK)')
    .option('--out <file>', 'where to write who must register again, as CSV')
    .option('--json', 'print the answer as JSON');
}

async function listStale(state: CliState, { pack, out, json }: ListFlags): Promise<void> {
  const env = withPack(readEnv(), pack);
  const { modelId } = await packOf(env);
  const { people, counts } = await withDatabase(env, async ({ repositories, withTransaction }) => {
    const stale = new StaleTemplateService({ db: { ...repositories, withTransaction }, now, newId });
    return { people: await listed(stale, modelId), counts: await stale.count(COMMAND_LINE, modelId) };
  });
  if (out !== undefined) await writeCsv(out, [['number', 'name', 'models'], ...people.map(rowOf)]);
  if (json) printJson(state.terminal, { modelId, ...counts, people: people.map(shown) });
  else {
    for (const { number, name, modelIds } of people) state.terminal.out(`${number}  ${name}  (${modelIds.join(', ')})`);
    state.terminal.out(
      `${counts.stale} with templates of other models only, ${counts.current} with one of ${modelId}, ${counts.without} without any`,
    );
  }
  if (people.length > 0) state.exitCode = EXIT.no;
}

async function reEmbed(state: CliState, flags: ReEmbedFlags): Promise<void> {
  const env = withPack(readEnv(), flags.pack);
  await packOf(env);
  await withDatabase(env, async (database) => {
    const context = { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
    const engine = await openEngine(engineOptionsFrom(env));
    try {
      const { templateRenewals, staleTemplates } = createServices({ database, engine, now, newId });
      const { modelId } = engine;
      const unfinished = await templateRenewals.findUnfinished(modelId);
      if (unfinished !== null && (flags.photos !== undefined || flags.removeOld === true))
        state.terminal.error(
          'A renewal was cut off: it goes on with what it was given. Run the command again for more.',
        );
      const { id } = unfinished ?? (await startRenewal(context, templateRenewals, modelId, flags));
      const job = await runToEnd(context, templateRenewals, id);
      if (job.failure !== null) throw new CliError(job.failure.message);
      const people = await listed(staleTemplates, modelId);
      const reasons = await reasonsOf(context, id);
      await report(state, flags, { jobId: id, modelId, counts: job.counts, people, reasons });
    } finally {
      await engine.close();
    }
  });
}

type Renewals = ReturnType<typeof createServices>['templateRenewals'];

async function startRenewal(context: ServiceContext, renewals: Renewals, modelId: string, flags: ReEmbedFlags) {
  const fileId = flags.photos === undefined ? null : await storeFile(context, flags.photos);
  return renewals.start(RENEWER, { modelId, fileId, isOldRemoved: flags.removeOld ?? false });
}

interface Renewed {
  readonly jobId: string;
  readonly modelId: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly people: readonly StalePerson[];
  /** By employee number. */
  readonly reasons: ReadonlyMap<string, string>;
}

async function report(state: CliState, { out, json }: ReEmbedFlags, renewed: Renewed): Promise<void> {
  const { jobId, modelId, counts, people, reasons } = renewed;
  const reasonOf = ({ number }: StalePerson): string => reasons.get(number) ?? 'NOT_LOOKED_AT';
  if (out !== undefined) {
    const rows = people.map((one) => [one.number, one.name, reasonOf(one)]);
    await writeCsv(out, [['number', 'name', 'reason'], ...rows]);
  }
  if (json) {
    const toRegister = people.map((one) => ({ number: one.number, name: one.name, reason: reasonOf(one) }));
    printJson(state.terminal, { jobId, modelId, counts, toRegister });
  } else {
    for (const one of people) state.terminal.out(`${one.number}  ${one.name}  ${reasonOf(one)}`);
    const { renewed: made = 0, current = 0, oldRemoved = 0 } = counts;
    state.terminal.out(
      `${made} renewed, ${current} had a template of ${modelId}, ${people.length} to register again, ${oldRemoved} old templates removed`,
    );
    if (people.length > 0)
      state.terminal.out('Rollcall keeps no photos of registrations: give photos with --photos, or register again.');
  }
  if (people.length > 0) state.exitCode = EXIT.no;
}

async function reasonsOf({ db }: ServiceContext, jobId: string): Promise<ReadonlyMap<string, string>> {
  const reasons = new Map<string, string>();
  for await (const { original, code } of db.jobIssues.readByJob(jobId)) reasons.set(original, code);
  return reasons;
}

async function listed(stale: StaleTemplateService, modelId: string): Promise<readonly StalePerson[]> {
  const people: StalePerson[] = [];
  for await (const person of stale.list(COMMAND_LINE, modelId)) people.push(person);
  return people;
}

const rowOf = ({ number, name, modelIds }: StalePerson): string[] => [number, name, modelIds.join(' ')];
const shown = ({ number, name, modelIds }: StalePerson) => ({ number, name, modelIds });

const withPack = (env: Env, pack: string | undefined): Env => (pack === undefined ? env : { ...env, FACE_PACK: pack });

const packOf = (env: Env) => packNamed(env.FACE_PACK, ownModelsFile(env));

/** A byte order mark tells spreadsheets that it is UTF-8. */
async function writeCsv(file: string, rows: readonly (readonly string[])[]): Promise<void> {
  await writeFile(file, `\uFEFF${csvLines(rows)}`).catch((error: unknown) => {
    throw fileProblem(error, file);
  });
}
