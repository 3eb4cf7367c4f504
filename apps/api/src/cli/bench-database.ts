import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AttendanceEvent, Database, Employee } from '@rollcall/db';
import { startEmbeddedMongo } from '@rollcall/db/embedded';
import { readEnv } from '../env.js';
import { addDays } from '../local-dates/date-range.js';
import type { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { AssignmentService } from '../modules/roster/assignment.service.js';
import { PolicyService } from '../modules/roster/policy.service.js';
import { ShiftService } from '../modules/roster/shift.service.js';
import { newId, openRollcallDatabase } from '../services/open-rollcall-database.js';
import type { ServiceContext } from '../services/service-context.js';
import type { RebuildThreadData } from './rebuild/rebuild-threads.js';
import { COMMAND_LINE } from './system-actor.js';

export interface BenchSize {
  readonly people: number;
  readonly days: number;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** The first day of what is made up. */
export const BENCH_FROM = '2026-01-01';
export const BENCH_ZONE = 'Europe/Berlin';
const PEOPLE_AT_ONCE = 100;

/**
 * A database of its own, removed afterwards.
 *
 * @param searchPath where an installed `mongod` is looked for
 */
export async function withBenchDatabase<T>(
  searchPath: string,
  work: (database: Database, threads: RebuildThreadData) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-bench-'));
  const mongo = await startEmbeddedMongo({ dataDir, searchPath, endsWithParent: true });
  const env = { ...readEnv(), ROLLCALL_DATA_DIR: dataDir, ROLLCALL_MASTER_KEY: undefined, KEYS_MONGODB_URI: undefined };
  const database = await openRollcallDatabase(env, mongo.uri);
  try {
    return await work(database, { env, uri: mongo.uri });
  } finally {
    await database.close();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Makes a site, a policy with lateness and overtime, a shift, people and their marks. */
export async function fillBench(
  context: ServiceContext,
  service: AttendanceDayService,
  { people, days, onProgress }: BenchSize,
) {
  const { db } = context;
  const at = new Date(`${BENCH_FROM}T00:00:00Z`);
  const stamps = { createdAt: at, updatedAt: at };
  const site = await db.sites.insert({ id: newId(), name: 'Bench', timeZone: BENCH_ZONE, ...stamps });
  const levers = { lateGraceMinutes: 5, overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0 } };
  const { policyId } = await new PolicyService(context).create(COMMAND_LINE, { name: 'Office', levers });
  const shift = { name: 'Day', start: '09:00', end: '17:00', policyId };
  const assignments = new AssignmentService(context, service);
  const { id: shiftId } = await new ShiftService(context, assignments).create(COMMAND_LINE, shift);
  const employees: Employee[] = [];
  let marks = 0;
  for (let person = 0; person < people; person += 1) {
    const dates = { joiningDate: BENCH_FROM, leavingDate: null };
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
  return Array.from({ length: days }, (_, day) => addDays(BENCH_FROM, day)).flatMap((localDate, day) =>
    ['08:00', '11:00', '11:30', '16:00'].map((time, index) => {
      const at = new Date(Date.parse(`${localDate}T${time}:00Z`) + ((person * 7 + day * 3 + index) % 20) * 60_000);
      return markAt(employee, at, localDate);
    }),
  );
}

export function markAt({ id: employeeId, siteId }: Employee, at: Date, localDate: string): AttendanceEvent {
  const none = { attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
  const actor = { kind: 'SYSTEM', id: 'bench' } as const;
  const made = { kind: 'AUTO', source: 'API', assurance: 'IMPORT', actor } as const;
  const place = { siteId, timeZone: BENCH_ZONE, localDate, isVoid: false, isRemote: false };
  return { id: newId(), employeeId, at, recordedAt: at, ...made, ...none, ...place };
}
