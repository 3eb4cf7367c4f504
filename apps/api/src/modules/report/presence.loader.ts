import { buildPresence, countPresence, type DayRecord, type Presence, type PresenceRow } from '@rollcall/attendance';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { addDays } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { ReportLoader } from './report.loader.js';

export type PresenceNow = Presence & { readonly asOf: Date };

/**
 * Who is in now. It goes by where a person marked last, not by where they belong: a colleague of another site who came in here
 * must be found here too.
 */
export class PresenceLoader {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly reports: ReportLoader,
  ) {}

  async load(actor: Actor, siteId: string | null): Promise<PresenceNow> {
    const { db, now } = this.context;
    const asOf = now();
    const date = asOf.toISOString().slice(0, 10);
    const range = { from: addDays(date, -2), to: addDays(date, 1) };
    const everybody = { ...actor, siteIds: null, departmentIds: [] };
    const records: DayRecord[] = [];
    for await (const verdict of db.dayRecords.eachVerdict(range, 'detail'))
      records.push(verdict as unknown as DayRecord);
    const offShift = await this.reports.offShiftOf(everybody, range);
    const people = await this.reports.peopleOf(everybody, {});
    const known = new Set(people.map(({ employeeId }) => employeeId));
    const isKnown = ({ employeeId }: { readonly employeeId: string }) => known.has(employeeId);
    const presence = buildPresence({
      people,
      records: records.filter(isKnown),
      offShift: offShift.filter(isKnown).map((mark) => this.days.offShiftOf(mark)),
      asOf: asOf.toISOString(),
    });
    const limit = limitOf(actor);
    const isShown = ({ siteId: place, person }: PresenceRow) =>
      (siteId === null || place === siteId) &&
      isVisible(limit, { id: person.employeeId, siteId: place, departmentId: person.departmentId });
    return { ...narrowed(presence, isShown), asOf };
  }
}

function narrowed(presence: Presence, isShown: (row: PresenceRow) => boolean): Presence {
  const rows = presence.rows.filter(isShown);
  const siteIds = [...new Set(rows.map(({ siteId }) => siteId))];
  const bySite = siteIds.map((siteId) => ({ siteId, ...countPresence(rows.filter((row) => row.siteId === siteId)) }));
  return { rows, bySite, totals: countPresence(rows) };
}
