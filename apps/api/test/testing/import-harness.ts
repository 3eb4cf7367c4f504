import { createHash, randomUUID } from 'node:crypto';
import type { Job } from '@rollcall/db';
import { anEmployee, openTestDatabase, type TestDatabase } from '@rollcall/db/testing';
import type { Actor } from '../../src/access/actor.js';
import { COMMAND_LINE } from '../../src/cli/system-actor.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { AttendanceDayService } from '../../src/modules/attendance/attendance-day.service.js';
import { AttendanceImportService } from '../../src/modules/attendance-import/attendance-import.service.js';
import type { AttendanceImportRequest } from '../../src/modules/attendance-import/attendance-import.types.js';
import { JobService } from '../../src/modules/job/job.service.js';
import type { ServiceContext } from '../../src/services/service-context.js';

export const IMPORT_NOW = new Date('2026-06-01T12:00:00Z');

/** Services of the import on a database of its own; the runner is called by the test. */
export async function openImportHarness() {
  const database: TestDatabase = await openTestDatabase();
  const now = () => IMPORT_NOW;
  const context: ServiceContext = {
    db: { ...database.repositories, withTransaction: database.withTransaction },
    now,
    newId: randomUUID,
  };
  const stamps = { createdAt: new Date('2025-01-01T00:00:00Z'), updatedAt: new Date('2025-01-01T00:00:00Z') };
  const site = await database.repositories.sites.insert({
    id: randomUUID(),
    name: 'Works',
    timeZone: 'Europe/Berlin',
    ...stamps,
  });
  const days = new AttendanceDayService(context);
  const jobs = new JobService(context);
  const imports = new AttendanceImportService(context, jobs, days);
  const faults: unknown[] = [];
  const newRunner = () => new JobRunner(context, { handlers: [imports], onError: (error) => void faults.push(error) });

  async function store(bytes: Uint8Array, fileName = 'marks.csv'): Promise<string> {
    const expiresAt = new Date(IMPORT_NOW.getTime() + 86_400_000);
    const described = { fileName, mediaType: 'text/csv', createdAt: IMPORT_NOW, expiresAt };
    return (await context.db.blobs.write(parts(bytes), { id: randomUUID(), ...described })).id;
  }

  async function start(
    bytes: Uint8Array | string,
    more: Partial<AttendanceImportRequest> = {},
    actor: Actor = COMMAND_LINE,
  ) {
    const fileId = await store(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    const plain = { siteId: null, timeZone: null, dateFormat: 'ISO', ignoreKinds: false, columns: [] } as const;
    return imports.start(actor, { ...plain, fileId, isDryRun: false, ...more });
  }

  async function run(
    bytes: Uint8Array | string,
    more: Partial<AttendanceImportRequest> = {},
    actor?: Actor,
  ): Promise<Job> {
    const { id } = await start(bytes, more, actor);
    const done = await newRunner().runNext(id);
    if (done === null) throw new Error('the job was not run');
    return done;
  }

  async function fileText(id: string | null): Promise<string> {
    if (id === null) return '';
    const all: Buffer[] = [];
    for await (const part of context.db.blobs.read(id)) all.push(part);
    return Buffer.concat(all).toString('utf8');
  }

  async function people(count: number, prefix: string, more: object = {}) {
    const list = [];
    for (let index = 1; index <= count; index += 1) {
      const number = `${prefix}${index}`;
      const joined = { joiningDate: '2025-01-01', siteId: site.id };
      list.push(await context.db.employees.insert(anEmployee({ id: `id-of-${number}`, number, ...joined, ...more })));
    }
    return list;
  }

  /** Everything an import leaves behind, in a form that does not depend on when or by how many runs it was made. */
  async function fingerprint(): Promise<string> {
    const { nativeDb } = database;
    const events = await nativeDb.collection('attendanceEvents').find({}).sort({ _id: 1 }).toArray();
    const days = await nativeDb.collection('dayRecords').find({}).sort({ workDate: 1, employeeId: 1 }).toArray();
    const plain = [
      events.map(({ _id, employeeId, at, kind, localDate }) => [_id, employeeId, at, kind, localDate]),
      days.map(({ employeeId, workDate, status, workedMinutes, markCount }) => [
        ...[employeeId, workDate, status, workedMinutes, markCount],
      ]),
    ];
    return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
  }

  return {
    database,
    context,
    site,
    imports,
    jobs,
    days,
    faults,
    newRunner,
    start,
    run,
    store,
    fileText,
    people,
    fingerprint,
  };
}

export type ImportHarness = Awaited<ReturnType<typeof openImportHarness>>;

export async function* parts(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export const eventCount = ({ database }: ImportHarness): Promise<number> =>
  database.nativeDb.collection('attendanceEvents').countDocuments();
