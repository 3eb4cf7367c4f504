import { cpus, loadavg } from 'node:os';
import { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addDays } from '../local-dates/date-range.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { ExportService } from '../modules/export/export.service.js';
import { PayrollService } from '../modules/period/payroll.service.js';
import { ReportService } from '../modules/report/report.service.js';
import { MAX_PDF_ROWS } from '../report-files/pdf/write-pdf.js';
import { EXPORT_FORMATS, type ExportFormat } from '../report-files/write-file.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import { BENCH_FROM, type BenchSize, fillBench, withBenchDatabase } from './bench-database.js';
import { rebuildOnThreads } from './rebuild/rebuild-threads.js';
import { COMMAND_LINE } from './system-actor.js';

export interface ExportBenchOptions {
  /** Sizes of the register in rows, rising. */
  readonly rows: readonly number[];
  /** Where an installed `mongod` is looked for. */
  readonly searchPath: string;
  readonly onProgress: BenchSize['onProgress'];
}

/** One file. Resident memory is of the whole process, with all that ran before in it. */
export interface MeasuredExport {
  readonly format: ExportFormat;
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  /** Before, after a collection, and at most while the file was written, in MiB. */
  readonly startMiB: number;
  readonly peakMiB: number;
}

export interface ExportBenchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  /** Of the last minute, before the first file. */
  readonly load: number;
  /** A PDF of more rows is refused. */
  readonly maxPdfRows: number;
  readonly exports: readonly MeasuredExport[];
}

const DAYS = 100;
const SAMPLE_EVERY_MS = 20;
const MIB = 2 ** 20;

/**
 * Writes registers of several sizes to nowhere and tells what each took. The first day of everybody is judged; 99 more are copies of
 * it under other dates. A smaller file is of fewer days.
 */
export function runExportBench({ rows, searchPath, onProgress }: ExportBenchOptions): Promise<ExportBenchReport> {
  const people = Math.ceil(Math.max(...rows) / DAYS);
  return withBenchDatabase(searchPath, async (database, threads) => {
    const db = { ...database.repositories, withTransaction: database.withTransaction };
    const context: ServiceContext = { db, now, newId };
    const days = new AttendanceDayService(context);
    const { employees } = await fillBench(context, days, { people, days: 1, onProgress });
    const ids = employees.map(({ id }) => id);
    await rebuildOnThreads(threads, ids, { range: { from: BENCH_FROM, to: BENCH_FROM }, asOf: now() }, () => undefined);
    await repeatFirstDay(context, ids, onProgress);
    const reports = new ReportService(context, days);
    const service = new ExportService(context, reports, new PayrollService(context, days));
    const load = loadavg()[0] ?? 0;
    const exports: MeasuredExport[] = [];
    for (const format of EXPORT_FORMATS)
      for (const count of rows)
        if (format !== 'PDF' || count <= MAX_PDF_ROWS) exports.push(await measure(service, format, count, people));
    const [cpu] = cpus();
    const machine = { cpu: cpu?.model.trim() ?? 'unknown', cores: cpus().length, node: process.version };
    return { machine, load, maxPdfRows: MAX_PDF_ROWS, exports };
  });
}

async function repeatFirstDay(
  { db }: ServiceContext,
  ids: readonly string[],
  onProgress: BenchSize['onProgress'],
): Promise<void> {
  const first = await db.dayRecords.listOf(ids, { from: BENCH_FROM, to: BENCH_FROM });
  for (let day = 1; day < DAYS; day += 1) {
    const workDate = addDays(BENCH_FROM, day);
    const dated = (text: string) => text.replaceAll(BENCH_FROM, workDate);
    const people = first.map((record) => {
      const { id, detail, figures } = record;
      const copy = { ...record, id: dated(id), workDate, detail: dated(detail), figures: dated(figures) };
      return { employeeId: record.employeeId, records: [copy] };
    });
    await db.dayRecords.replaceDays({ from: workDate, to: workDate }, people);
    onProgress('making days', day, DAYS);
  }
}

async function measure(
  service: ExportService,
  format: ExportFormat,
  rows: number,
  people: number,
): Promise<MeasuredExport> {
  collectGarbage();
  const start = process.memoryUsage.rss();
  let peak = start;
  let bytes = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, SAMPLE_EVERY_MS);
  const nowhere = new Writable({
    write(chunk, _encoding, done) {
      bytes += chunk.length;
      look();
      done();
    },
  });
  const startedAt = performance.now();
  try {
    const to = addDays(BENCH_FROM, Math.ceil(rows / people) - 1);
    const file = await service.prepare(COMMAND_LINE, { kind: 'REGISTER', format, from: BENCH_FROM, to });
    const { rowCount } = await file.write(nowhere);
    const seconds = round((performance.now() - startedAt) / 1_000);
    const memory = { startMiB: inMiB(start), peakMiB: inMiB(peak) };
    return { format, rows: rowCount, megabytes: round(bytes / 1e6), seconds, ...memory };
  } finally {
    clearInterval(timer);
  }
}

/** So that what is left of the file before does not count for this one. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

const inMiB = (bytes: number): number => Math.round(bytes / MIB);
const round = (value: number): number => Math.round(value * 100) / 100;
