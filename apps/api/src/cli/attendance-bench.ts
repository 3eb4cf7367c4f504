import { cpus } from 'node:os';
import { Writable } from 'node:stream';
import type { Database, Employee } from '@rollcall/db';
import { addDays } from '../local-dates/date-range.js';
import { localDateOf } from '../local-dates/local-date.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { ExportService } from '../modules/export/export.service.js';
import { PayrollService } from '../modules/period/payroll.service.js';
import { MAX_PERSON_DAYS } from '../modules/period/recompute.service.js';
import { EvacuationService } from '../modules/report/evacuation.service.js';
import { ReportService } from '../modules/report/report.service.js';
import { MAX_PDF_ROWS } from '../report-files/pdf/write-pdf.js';
import { EXPORT_FORMATS } from '../report-files/write-file.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import { BENCH_FROM, BENCH_ZONE, type BenchSize, fillBench, markAt, withBenchDatabase } from './bench-database.js';
import { type MeasuredPreview, measurePreview } from './preview-bench.js';
import { type RebuildThreadData, rebuildOnThreads } from './rebuild/rebuild-threads.js';
import { COMMAND_LINE } from './system-actor.js';

export interface AttendanceBenchOptions extends BenchSize {
  /** Where an installed `mongod` is looked for. */
  readonly searchPath: string;
}

export interface AttendanceBenchReport {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly people: number;
  readonly days: number;
  readonly records: number;
  readonly marks: number;
  /** Judging and writing every day for the first time, and again when nothing changed. */
  readonly rebuildSeconds: number;
  readonly rebuildAgainSeconds: number;
  /** Building each report from the stored days, best of three. */
  readonly reportMs: Readonly<Record<string, number>>;
  /** A change of the policy, shown and stored with all its days. */
  readonly preview: MeasuredPreview;
  /** The list for an evacuation, with everybody in: how many are on it, and the best of three. */
  readonly evacuation: { readonly people: number; readonly ms: number };
  /** A register of all days, streamed to nowhere: rows, seconds, and by how much the resident memory rose at most. */
  readonly exports: Readonly<
    Record<string, { readonly rows: number; readonly seconds: number; readonly riseMiB: number }>
  >;
}

/** Fills a database of its own with people and marks, and times what a month costs. The database is removed afterwards. */
export function runAttendanceBench(options: AttendanceBenchOptions): Promise<AttendanceBenchReport> {
  return withBenchDatabase(options.searchPath, (database, threads) => measure(database, threads, options));
}

async function measure(
  database: Database,
  threads: RebuildThreadData,
  options: AttendanceBenchOptions,
): Promise<AttendanceBenchReport> {
  const { people, days, onProgress } = options;
  const context: ServiceContext = {
    db: { ...database.repositories, withTransaction: database.withTransaction },
    now,
    newId,
  };
  const service = new AttendanceDayService(context);
  const { employees, marks } = await fillBench(context, service, options);
  const range = { from: BENCH_FROM, to: addDays(BENCH_FROM, days - 1) };
  const ids = employees.map(({ id }) => id);
  const rebuild = async () => {
    const startedAt = performance.now();
    const { records } = await rebuildOnThreads(threads, ids, { range, asOf: now() }, (done) =>
      onProgress('judging days', done, ids.length),
    );
    return { seconds: round((performance.now() - startedAt) / 1_000), records };
  };
  const first = await rebuild();
  const again = await rebuild();
  const reports = new ReportService(context, service);
  const reportMs: Record<string, number> = {};
  for (const kind of ['HOURS', 'LATE', 'MUSTER', 'PAYROLL'] as const)
    reportMs[kind] = await best(() => reports.report(COMMAND_LINE, { kind, ...range }));
  const fitting = Math.floor(MAX_PERSON_DAYS / days);
  const preview = await measurePreview(context, service, employees.slice(0, fitting), range);
  const evacuation = await measureEvacuation(context, service, reports, employees);
  const exports = await measureExports(
    new ExportService(context, reports, new PayrollService(context, service)),
    range,
    first.records,
  );
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model.trim() ?? 'unknown', cores: cpus().length, node: process.version };
  const times = { rebuildSeconds: first.seconds, rebuildAgainSeconds: again.seconds };
  return { machine, people, days, records: first.records, marks, ...times, reportMs, preview, evacuation, exports };
}

/** Everybody marks in a minute ago; the target is 2 s. */
async function measureEvacuation(
  context: ServiceContext,
  service: AttendanceDayService,
  reports: ReportService,
  employees: readonly Employee[],
) {
  const at = new Date(now().getTime() - 60_000);
  const today = localDateOf(at, BENCH_ZONE);
  await context.db.attendanceEvents.insertMany(employees.map((employee) => markAt(employee, at, today)));
  // A mark that is recorded has its days judged with it; these were inserted.
  await service.rebuild(employees, { from: addDays(today, -1), to: addDays(today, 1) }, now());
  const list = new EvacuationService(context, reports);
  const ms = await best(() => list.list(COMMAND_LINE, null));
  const { sites } = await list.list(COMMAND_LINE, null);
  return { people: sites.reduce((sum, { people }) => sum + people.length, 0), ms };
}

async function measureExports(exports: ExportService, range: { from: string; to: string }, records: number) {
  const measured: Record<string, { rows: number; seconds: number; riseMiB: number }> = {};
  for (const format of EXPORT_FORMATS) {
    // Pages are for people: a PDF of more rows is refused.
    if (format === 'PDF' && records > MAX_PDF_ROWS) continue;
    const file = await exports.prepare(COMMAND_LINE, { kind: 'REGISTER', format, ...range });
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let highest = before;
    const nowhere = new Writable({
      write(_chunk, _encoding, done) {
        highest = Math.max(highest, process.memoryUsage.rss());
        done();
      },
    });
    const startedAt = performance.now();
    const { rowCount } = await file.write(nowhere);
    const seconds = round((performance.now() - startedAt) / 1_000);
    measured[format] = { rows: rowCount, seconds, riseMiB: Math.round((highest - before) / 2 ** 20) };
  }
  return measured;
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const startedAt = performance.now();
    await work();
    least = Math.min(least, performance.now() - startedAt);
  }
  return Math.round(least);
}

const round = (value: number): number => Math.round(value * 100) / 100;
