import { addDays } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';

const PEOPLE_AT_ONCE = 10;

/**
 * Builds the days anew that an import touched: for each person from the day before its first mark to the day after its
 * last, since a mark may belong to a shift of the day before. May be cut off and run again.
 *
 * @param after the last person of a run before; '' begins
 * @param onProgress called after each few people, with the last of them and how many they were
 */
export async function rebuildImportedDays(
  context: ServiceContext,
  days: AttendanceDayService,
  importId: string,
  after: string,
  onProgress: (lastEmployeeId: string, people: number) => Promise<void>,
): Promise<void> {
  const { db, now } = context;
  let last = after;
  for (;;) {
    const touched = await db.attendanceEvents.listImported(importId, last, PEOPLE_AT_ONCE);
    const end = touched.at(-1);
    if (end === undefined) return;
    const employees = new Map(
      (await db.employees.listByIds(touched.map((one) => one.employeeId))).map((e) => [e.id, e]),
    );
    for (const { employeeId, from, to } of touched) {
      const employee = employees.get(employeeId);
      const range = { from: addDays(from, -1), to: addDays(to, 1) };
      if (employee !== undefined) await days.rebuild([employee], range, now(), 'FACTS');
    }
    last = end.employeeId;
    await onProgress(last, touched.length);
  }
}
