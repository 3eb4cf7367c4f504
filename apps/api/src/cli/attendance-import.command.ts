import type { Command } from 'commander';
import { readEnv } from '../env.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { AttendanceImportService } from '../modules/attendance-import/attendance-import.service.js';
import { JobService } from '../modules/job/job.service.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { addImportOptions, commandGroup, type ImportFlags } from './import-options.js';
import { reportImport, runToEnd, storeFile } from './run-import-job.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface Flags extends ImportFlags {
  readonly site?: string;
  readonly zone?: string;
  readonly ignoreKinds?: boolean;
}

export function addAttendanceImportCommand(program: Command, state: CliState): void {
  const command = commandGroup(program, 'attendance', 'Marks and days.')
    .command('import <file>')
    .description(
      'Takes marks from CSV, XLSX or attlog.dat. The same file twice adds nothing. Exit code 0: all rows taken; 1: some refused; 2: not done.',
    )
    .option('--site <name>', 'where the marks were made; left out: the site of each person')
    .option('--zone <zone>', 'IANA time zone of the file; left out: that of the site')
    .option('--ignore-kinds', 'let the pairing decide what is in and what is out');
  addImportOptions(command).action(async (file: string, flags: Flags) => {
    await withDatabase(readEnv(), async ({ repositories, withTransaction }) => {
      const context = { db: { ...repositories, withTransaction }, now, newId };
      const sites = await repositories.sites.listAll();
      const site = sites.find(({ id, name }) => flags.site === id || flags.site?.toLowerCase() === name.toLowerCase());
      if (flags.site !== undefined && site === undefined) throw new CliError(`There is no site ${flags.site}.`);
      const service = new AttendanceImportService(context, new JobService(context), new AttendanceDayService(context));
      const { id } = await service.start(COMMAND_LINE, {
        fileId: await storeFile(context, file),
        isDryRun: flags.dryRun ?? false,
        siteId: site?.id ?? null,
        timeZone: flags.zone ?? null,
        dateFormat: flags.dateFormat,
        ignoreKinds: flags.ignoreKinds ?? false,
        columns: flags.column,
      });
      await reportImport(state, context.db, await runToEnd(context, service, id), flags);
    });
  });
}
