import type { PresenceState } from '@rollcall/attendance';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { ReportService } from './report.service.js';

export interface EvacuationPerson {
  readonly employeeId: string;
  readonly number: string;
  readonly name: string;
  readonly departmentName: string | null;
  readonly state: PresenceState;
  readonly sinceAt: Date;
  /** `YYYY-MM-DD HH:MM` on the clock of the site: that is the clock on its walls. */
  readonly sinceLocal: string;
}

export interface EvacuationSite {
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly inCount: number;
  readonly onBreakCount: number;
  readonly unsureCount: number;
  readonly people: readonly EvacuationPerson[];
}

/** The list that is taken along when a building is cleared. */
export class EvacuationService {
  constructor(
    private readonly context: ServiceContext,
    private readonly reports: ReportService,
  ) {}

  /**
   * Everybody who is in, on a break, or may not have left, by the site of their last mark and by name.
   *
   * @param siteId only this site; null: all that the actor may see
   */
  async list(actor: Actor, siteId: string | null): Promise<{ sites: readonly EvacuationSite[]; asOf: Date }> {
    const { db } = this.context;
    const { rows, bySite, asOf } = await this.reports.presence(actor, siteId);
    const sites = new Map((await db.sites.listAll()).map((site) => [site.id, site]));
    const departments = new Map((await db.departments.listAll()).map(({ id, name }) => [id, name]));
    const listed = bySite.map((counts) => {
      const site = counts.siteId === null ? undefined : sites.get(counts.siteId);
      const clock = clockOf(site?.timeZone ?? 'UTC');
      const people = rows
        .filter((row) => row.siteId === counts.siteId)
        .map(({ person, state, sinceAt }) => ({
          ...{ employeeId: person.employeeId, number: person.number, name: person.name, state },
          departmentName: departments.get(person.departmentId ?? '') ?? null,
          sinceAt: new Date(sinceAt),
          sinceLocal: clock(new Date(sinceAt)),
        }))
        .sort((a, b) => a.name.localeCompare(b.name) || (a.number < b.number ? -1 : 1));
      return { ...counts, siteName: site?.name ?? null, people };
    });
    return { sites: listed, asOf };
  }
}

/** Swedish writes dates in ISO order. One formatter a site: making one costs as much as a hundred uses. */
function clockOf(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
}
