import { createHash } from 'node:crypto';
import { Tinypool } from 'tinypool';
import { AttendanceDayService } from '../../modules/attendance/attendance-day.service.js';
import { newId, now, openRollcallDatabase } from '../../services/open-rollcall-database.js';
import type { RebuildTask, RebuildThreadData, RebuiltPeople } from './rebuild-threads.js';

const { env, uri } = Tinypool.workerData as RebuildThreadData;
const database = await openRollcallDatabase(env, uri);
const db = { ...database.repositories, withTransaction: database.withTransaction };
const days = new AttendanceDayService({ db, now, newId });

/** Runs in a thread of its own: one batch of people, judged and written, and read again for the digest. */
export async function rebuildPeople({ employeeIds, range, asOf }: RebuildTask): Promise<RebuiltPeople> {
  const count = await days.rebuild(await db.employees.listByIds(employeeIds), range, asOf);
  const hash = createHash('sha256');
  let records = 0;
  for await (const { id, detail } of db.dayRecords.each({ ...range, employeeIds })) {
    hash.update(`${id} ${JSON.stringify(detail)}\n`);
    records += 1;
  }
  return { count, records, digest: hash.digest('hex') };
}
