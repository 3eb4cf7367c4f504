import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PAYROLL_PROFILES } from '@rollcall/attendance';
import { REPORT_LOCALES, type ReportLocale } from '@rollcall/contracts';
import { type Command, Option } from 'commander';
import { readEnv } from '../env.js';
import type { PayrollProfileName } from '../graphql/payroll-enums.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { ExportService } from '../modules/export/export.service.js';
import { PayrollService } from '../modules/period/payroll.service.js';
import { ReportService } from '../modules/report/report.service.js';
import { REPORT_KINDS, type ReportKind } from '../modules/report/report-kinds.js';
import type { WrittenFile } from '../report-files/file-source.js';
import { CSV_DIALECTS, type CsvDialect } from '../report-files/report-locale.js';
import { EXPORT_FORMATS, type ExportFormat } from '../report-files/write-file.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { fileProblem } from './file-problem.js';
import { parseCount, parseCounts, parseDate } from './measurement.js';
import { printJson } from './output.js';
import { type RebuildFlags, rebuildDays } from './rebuild/rebuild-days.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface RangeFlags {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

interface BenchFlags {
  readonly people: number;
  readonly days: number;
  readonly exportRows?: readonly number[];
  readonly json?: boolean;
}

interface ExportFlags extends RangeFlags {
  readonly kind: ReportKind;
  readonly format: ExportFormat;
  readonly language: ReportLocale;
  readonly csv: CsvDialect;
  readonly profile?: PayrollProfileName;
  readonly out: string;
}

const PROFILES = Object.keys(PAYROLL_PROFILES);

export function addAttendanceCommands(program: Command, state: CliState): void {
  const attendance = program.command('attendance').description('Work days of the running server.');
  attendance
    .command('rebuild')
    .description(
      'Computes the work days of a range anew from marks, shifts and rules. Finalised days stay as they are.',
    )
    .requiredOption('--from <date>', 'first work date', parseDate)
    .requiredOption('--to <date>', 'last work date', parseDate)
    .option('--employee <number>', 'only this person')
    .option('--json', 'print the days themselves as JSON, by employee number and date')
    .action((flags: RebuildFlags) => rebuildDays(state, flags));
  attendance
    .command('bench')
    .description('Times judging, reporting and exporting a month, on a database of its own that is removed afterwards.')
    .option('--people <n>', 'how many people', parseCount, 1_000)
    .option('--days <n>', 'how many days', parseCount, 31)
    .option(
      '--export-rows <list>',
      'only exports: registers of so many rows, and their memory; 10000,100000',
      parseCounts,
    )
    .option('--json', 'print the answer as JSON')
    .action((flags: BenchFlags) =>
      flags.exportRows ? benchExports(state, flags.exportRows, flags) : bench(state, flags),
    );
  attendance
    .command('export')
    .description('Writes a report as a file, at the same memory whatever its size.')
    .addOption(new Option('--kind <kind>', 'which report').choices(REPORT_KINDS).makeOptionMandatory())
    .addOption(new Option('--format <format>', 'what kind of file').choices(EXPORT_FORMATS).default('CSV'))
    .requiredOption('--from <date>', 'first work date', parseDate)
    .requiredOption('--to <date>', 'last work date', parseDate)
    .addOption(new Option('--language <language>', 'of headings').choices(REPORT_LOCALES).default('EN'))
    .addOption(
      new Option('--csv <dialect>', 'for programs, or for a double click').choices(CSV_DIALECTS).default('PROGRAM'),
    )
    .addOption(new Option('--profile <profile>', 'of PAYROLL: the columns of a payroll product').choices(PROFILES))
    .requiredOption('--out <file>', 'the file to write')
    .option('--json', 'print the answer as JSON')
    .action((flags: ExportFlags) => exportReport(state, flags));
}

async function bench(state: CliState, { people, days, json }: BenchFlags): Promise<void> {
  const bar = progressBar();
  const onProgress = (stage: string, done: number, total: number) => bar.onProgress({ stage, done, total });
  const { runAttendanceBench } = await import('./attendance-bench.js');
  const report = await runAttendanceBench({ people, days, onProgress, searchPath: readEnv().searchPath }).finally(
    bar.end,
  );
  if (json) return printJson(state.terminal, report);
  const { records, marks, rebuildSeconds, rebuildAgainSeconds, reportMs, preview, evacuation, exports } = report;
  state.terminal.out(`${people} people, ${days} days: ${marks} marks, ${records} day records`);
  state.terminal.out(
    `judged and written in ${rebuildSeconds} s; again, with nothing to write, in ${rebuildAgainSeconds} s`,
  );
  for (const [kind, ms] of Object.entries(reportMs)) state.terminal.out(`report ${kind}: ${ms} ms`);
  const { previewSeconds, applySeconds, heldUpMs } = preview;
  state.terminal.out(
    `change of a policy, ${preview.people} people, ${preview.changes} days: shown in ${previewSeconds} s, stored in ${applySeconds} s; others waited ${heldUpMs} ms at most`,
  );
  state.terminal.out(`list for an evacuation, ${evacuation.people} people: ${evacuation.ms} ms`);
  for (const [format, { rows, seconds, riseMiB }] of Object.entries(exports))
    state.terminal.out(`export ${format}: ${rows} rows in ${seconds} s, memory up by ${riseMiB} MiB at most`);
}

async function benchExports(state: CliState, rows: readonly number[], { json }: BenchFlags): Promise<void> {
  const bar = progressBar();
  const onProgress = (stage: string, done: number, total: number) => bar.onProgress({ stage, done, total });
  const { runExportBench } = await import('./export-bench.js');
  const report = await runExportBench({ rows, onProgress, searchPath: readEnv().searchPath }).finally(bar.end);
  if (json) return printJson(state.terminal, report);
  const { machine, load, maxPdfRows, exports } = report;
  state.terminal.out(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, load ${load.toFixed(1)}`);
  for (const { format, rows: count, megabytes, seconds, startMiB, peakMiB } of exports)
    state.terminal.out(
      `${format}: ${count} rows, ${megabytes} MB in ${seconds} s; resident ${startMiB} MiB before, ${peakMiB} at most`,
    );
  state.terminal.out(`A PDF has at most ${maxPdfRows} rows; more are refused.`);
}

async function exportReport(state: CliState, { out, json, language, csv, ...flags }: ExportFlags): Promise<void> {
  const { kind, format, from, to, profile } = flags;
  const { written, sha256, bytes } = await withContext(async (context) => {
    const days = new AttendanceDayService(context);
    const reports = new ReportService(context, days);
    const request = { kind, format, from, to, profile, locale: language, csvDialect: csv };
    const file = await new ExportService(context, reports, new PayrollService(context, days)).prepare(
      COMMAND_LINE,
      request,
    );
    return writeTo(out, file.write);
  });
  const { rowCount, totals } = written;
  if (json) return printJson(state.terminal, { kind, format, from, to, rows: rowCount, totals, bytes, sha256 });
  state.terminal.out(`${rowCount} rows written to ${out}`);
}

/** The file appears whole or not at all; one that was there before stays until then. */
async function writeTo(file: string, write: (stream: Transform) => Promise<WrittenFile>) {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const unfinished = `${file}.part`;
  try {
    const [written] = await Promise.all([write(counting), pipeline(counting, createWriteStream(unfinished))]);
    await rename(unfinished, file);
    return { written, sha256: hash.digest('hex'), bytes };
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw fileProblem(error, file);
  }
}

function withContext<T>(work: (context: ServiceContext) => Promise<T>): Promise<T> {
  return withDatabase(readEnv(), ({ repositories, withTransaction }) =>
    work({ db: { ...repositories, withTransaction }, now, newId }),
  );
}
