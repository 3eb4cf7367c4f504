import type { Command } from 'commander';
import { readEnv } from '../env.js';
import { createServices } from '../services/create-services.js';
import { engineOptionsFrom } from '../services/engine-options.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { CliState } from './cli-state.js';
import { addImportOptions, commandGroup, type ImportFlags } from './import-options.js';
import { openEngine } from './open-engine.js';
import { reportImport, runToEnd, storeFile } from './run-import-job.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface Flags extends ImportFlags {
  readonly replacePhotos?: boolean;
}

/** Portraits that HR keeps are often photos of prints: a suspicion is noted, not decisive, as with HR's uploads. */
const IMPORTER = { ...COMMAND_LINE, padPolicy: 'FLAG' } as const;

export function addEmployeesImportCommand(program: Command, state: CliState): void {
  const command = commandGroup(program, 'employees', 'The people.')
    .command('import <file>')
    .description(
      'Takes employees from CSV, XLSX or a ZIP archive with a table and photos named after the employee number. Exit code 0: all rows taken; 1: some refused; 2: not done.',
    )
    .option('--replace-photos', 'let photos take the place of a face that is stored already');
  addImportOptions(command).action(async (file: string, flags: Flags) => {
    const env = readEnv();
    await withDatabase(env, async (database) => {
      const context = { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
      const fileId = await storeFile(context, file);
      const engine = await openEngine(engineOptionsFrom(env));
      try {
        const { employeeImports } = createServices({ database, engine, now, newId });
        const { id } = await employeeImports.start(IMPORTER, {
          fileId,
          isDryRun: flags.dryRun ?? false,
          dateFormat: flags.dateFormat,
          replacePhotos: flags.replacePhotos ?? false,
          columns: flags.column,
        });
        await reportImport(state, context.db, await runToEnd(context, employeeImports, id), flags);
      } finally {
        await engine.close();
      }
    });
  });
}
