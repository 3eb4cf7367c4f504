import type { DayRecord, DbSession, Employee, Page } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDaysArgs } from './attendance.inputs.js';
import { buildDay, type DaySite } from './day-builder.js';
import { localDateOf } from './local-date.js';

const DAY_MS = 24 * 3600 * 1000;
/** The engine looks at neighbouring days to decide where a mark belongs. */
const NEIGHBOUR_DAYS = 4;

export class AttendanceDayService {
  constructor(private readonly context: ServiceContext) {}

  async list(actor: Actor, { filter, first, after }: AttendanceDaysArgs): Promise<Page<DayRecord>> {
    const { siteIds, employeeIds } = readLimit(actor, 'attendance:read');
    const limit = { siteIds: siteIds ?? undefined, employeeIds: employeeIds ?? undefined };
    return this.context.db.dayRecords.list({ ...filter, ...limit }, { first, after });
  }

  /** Builds one person's day anew from its marks. Call it in the transaction that changed them. */
  async rebuild(
    day: { employee: Employee; site: DaySite; workDate: string; asOf: Date },
    session: DbSession,
  ): Promise<void> {
    const { db } = this.context;
    const middle = Date.parse(`${day.workDate}T12:00:00Z`);
    const range = { from: new Date(middle - NEIGHBOUR_DAYS * DAY_MS), to: new Date(middle + NEIGHBOUR_DAYS * DAY_MS) };
    const events = await db.attendanceEvents.listByEmployee(day.employee.id, range, { session });
    await db.dayRecords.replaceDay(day.employee.id, day.workDate, buildDay({ ...day, events }), { session });
  }

  /**
   * Closes the days that were still going on when they were last built and are over now: time passes without a mark.
   *
   * @returns how many were looked at
   */
  async closePastDays(): Promise<number> {
    const { db, now } = this.context;
    const asOf = now();
    const yesterdayEverywhere = localDateOf(new Date(asOf.getTime() - 12 * 3600 * 1000), 'UTC');
    let after: string | null = null;
    let count = 0;
    do {
      const filter = { status: 'IN_PROGRESS', to: yesterdayEverywhere } as const;
      const page: Page<DayRecord> = await db.dayRecords.list(filter, { first: 100, after });
      for (const record of page.nodes) await this.close(record, asOf);
      count += page.nodes.length;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return count;
  }

  private async close(record: DayRecord, asOf: Date): Promise<void> {
    const { db } = this.context;
    const employee = await db.employees.findById(record.employeeId);
    const site = record.siteId === null ? null : await db.sites.findById(record.siteId);
    if (employee === null || site === null || localDateOf(asOf, site.timeZone) <= record.workDate) return;
    await db.withTransaction((session) => this.rebuild({ employee, site, workDate: record.workDate, asOf }, session));
  }
}
