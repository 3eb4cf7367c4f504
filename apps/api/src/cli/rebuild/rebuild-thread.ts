import { createHash } from 'node:crypto';
import { Tinypool } from 'tinypool';
import { AttendanceDayService } from '../../modules/attendance/attendance-day.service.js';
import { newId, now, openRollcallDatabase } from '../../services/open-rollcall-database.js';
import type { RebuildTask, RebuildThreadData, RebuiltPeople } from './rebuild-threads.js';

const { env, uri } = Tinypool.workerData as RebuildThreadData;
const database = await openRollcallDatabase(env, uri, { isUpToDate: true });
const db = { ...database.repositories, withTransaction: database.withTransaction };
const days = new AttendanceDayService({ db, now, newId });

/** Runs in a thread of its own: one batch of people, judged and written. */
export async function rebuildPeople({ employeeIds, range, asOf }: RebuildTask): Promise<RebuiltPeople> {
  const count = await days.rebuild(await db.employees.listByIds(employeeIds), range, asOf);
  const stored = await db.dayRecords.listDigests({ ...range, employeeIds });
  const hash = createHash('sha256');
  for (const { id, digest } of stored) hash.update(`${id} ${digest}\n`);
  return { count, records: stored.length, digest: hash.digest('hex') };
}
