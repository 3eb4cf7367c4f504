import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { AttendanceEvent, Database, Employee } from '@rollcall/db';
import { startEmbeddedMongo } from '@rollcall/db/embedded';
import { readEnv } from '../env.js';
import { addDays } from '../local-dates/date-range.js';
import { localDateOf } from '../local-dates/local-date.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { ExportService } from '../modules/export/export.service.js';
import { PayrollService } from '../modules/period/payroll.service.js';
import { EvacuationService } from '../modules/report/evacuation.service.js';
import { ReportService } from '../modules/report/report.service.js';
import { AssignmentService } from '../modules/roster/assignment.service.js';
import { PolicyService } from '../modules/roster/policy.service.js';
import { ShiftService } from '../modules/roster/shift.service.js';
import { MAX_PDF_ROWS } from '../report-files/pdf/write-pdf.js';
import { EXPORT_FORMATS } from '../report-files/write-file.js';
import { newId, now, openRollcallDatabase } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import { type RebuildThreadData, rebuildOnThreads } from './rebuild/rebuild-threads.js';
import { COMMAND_LINE } from './system-actor.js';

export interface AttendanceBenchOptions {
  readonly people: number;
  readonly days: number;
  /** Where an installed `mongod` is looked for. */
  readonly searchPath: string;
  readonly onProgress: (stage: string, done: number, total: number) => void;
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
  /** The list for an evacuation, with everybody in: how many are on it, and the best of three. */
  readonly evacuation: { readonly people: number; readonly ms: number };
  /** A register of all days, streamed to nowhere: rows, seconds, and by how much the resident memory rose at most. */
  readonly exports: Readonly<
    Record<string, { readonly rows: number; readonly seconds: number; readonly riseMiB: number }>
  >;
}

const FROM = '2026-01-01';
const ZONE = 'Europe/Berlin';
const PEOPLE_AT_ONCE = 100;

/** Fills a database of its own with people and marks, and times what a month costs. The database is removed afterwards. */
export async function runAttendanceBench(options: AttendanceBenchOptions): Promise<AttendanceBenchReport> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-bench-'));
  const mongo = await startEmbeddedMongo({ dataDir, searchPath: options.searchPath, endsWithParent: true });
  const env = { ...readEnv(), ROLLCALL_DATA_DIR: dataDir, ROLLCALL_MASTER_KEY: undefined, KEYS_MONGODB_URI: undefined };
  const database = await openRollcallDatabase(env, mongo.uri);
  try {
    return await measure(database, { env, uri: mongo.uri }, options);
  } finally {
    await database.close();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
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
  const { employees, marks } = await fill(context, service, options);
  const range = { from: FROM, to: addDays(FROM, days - 1) };
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
  const evacuation = await measureEvacuation(context, service, reports, employees);
  const exports = await measureExports(
    new ExportService(context, reports, new PayrollService(context, service)),
    range,
    first.records,
  );
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model.trim() ?? 'unknown', cores: cpus().length, node: process.version };
  const times = { rebuildSeconds: first.seconds, rebuildAgainSeconds: again.seconds };
  return { machine, people, days, records: first.records, marks, ...times, reportMs, evacuation, exports };
}

/** Everybody marks in a minute ago; the target is 2 s. */
async function measureEvacuation(
  context: ServiceContext,
  service: AttendanceDayService,
  reports: ReportService,
  employees: readonly Employee[],
) {
  const at = new Date(now().getTime() - 60_000);
  const today = localDateOf(at, ZONE);
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

async function fill(
  context: ServiceContext,
  service: AttendanceDayService,
  { people, days, onProgress }: AttendanceBenchOptions,
) {
  const { db } = context;
  const at = new Date(`${FROM}T00:00:00Z`);
  const stamps = { createdAt: at, updatedAt: at };
  const site = await db.sites.insert({ id: newId(), name: 'Bench', timeZone: ZONE, ...stamps });
  const levers = { lateGraceMinutes: 5, overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0 } };
  const { policyId } = await new PolicyService(context).create(COMMAND_LINE, { name: 'Office', levers });
  const shift = { name: 'Day', start: '09:00', end: '17:00', policyId };
  const assignments = new AssignmentService(context, service);
  const { id: shiftId } = await new ShiftService(context, assignments).create(COMMAND_LINE, shift);
  const employees: Employee[] = [];
  let marks = 0;
  for (let person = 0; person < people; person += 1) {
    const dates = { joiningDate: FROM, leavingDate: null };
    const name = { number: String(10_000 + person), name: `Person ${person}`, email: null, externalId: null };
    const place = { siteId: site.id, departmentId: null, defaultShiftId: shiftId };
    const employee = await db.employees.insert({
      id: newId(),
      ...name,
      status: 'ACTIVE',
      ...place,
      ...dates,
      ...stamps,
    });
    employees.push(employee);
    const events = marksOf(employee, days, person);
    await db.attendanceEvents.insertMany(events);
    marks += events.length;
    if (person % PEOPLE_AT_ONCE === 0) onProgress('making people and marks', person, people);
  }
  return { employees, marks };
}

/** Four marks a day: in, out to lunch, in, out; a little different for everybody. */
function marksOf(employee: Employee, days: number, person: number): readonly AttendanceEvent[] {
  return Array.from({ length: days }, (_, day) => addDays(FROM, day)).flatMap((localDate, day) =>
    ['08:00', '11:00', '11:30', '16:00'].map((time, index) => {
      const at = new Date(Date.parse(`${localDate}T${time}:00Z`) + ((person * 7 + day * 3 + index) % 20) * 60_000);
      return markAt(employee, at, localDate);
    }),
  );
}

function markAt({ id: employeeId, siteId }: Employee, at: Date, localDate: string): AttendanceEvent {
  const none = { attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
  const actor = { kind: 'SYSTEM', id: 'bench' } as const;
  const made = { kind: 'AUTO', source: 'API', assurance: 'IMPORT', actor } as const;
  const place = { siteId, timeZone: ZONE, localDate, isVoid: false, isRemote: false };
  return { id: newId(), employeeId, at, recordedAt: at, ...made, ...none, ...place };
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
