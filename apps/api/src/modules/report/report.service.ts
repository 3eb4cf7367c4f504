import type { DayRecord, ReportPerson } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { checkRange, daysIn } from '../../local-dates/date-range.js';
import { type ReportColumn, type ReportRow, tableOf } from '../../report-files/report-table.js';
import { badInput } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import { PresenceLoader, type PresenceNow } from './presence.loader.js';
import { ReportLoader, type ReportRequest } from './report.loader.js';
import {
  type BuiltReport,
  buildReport,
  isByPerson,
  isPeriodReport,
  REGISTER_COLUMNS,
  type ReportGrouping,
  registerReportRow,
} from './report-kinds.js';
import { noMaterial, type ReportMaterial, type RowPlace } from './report-material.js';

const MAX_DAYS = 92;
const MAX_PERSON_DAYS = 200_000;
const MAX_STREAMED_DAYS = 1_100;
/** Short-lived objects cost little, and the first rows come early. */
const PERSON_DAYS_AT_ONCE = 6_000;

export type { ReportRequest } from './report.loader.js';

/** A report whose rows come one after the other. */
export interface StreamedReport {
  readonly columns: readonly ReportColumn[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
}

/** The rows of one site or department: how many, and their sums. */
export interface ReportGroup {
  /** Null: of people or days without one. */
  readonly id: string | null;
  readonly rowCount: number;
  readonly totals: Readonly<Record<string, number>>;
}

export class ReportService {
  private readonly loader: ReportLoader;
  private readonly presences: PresenceLoader;

  /** @param personDaysAtOnce how many days of people are in memory at once, where a report comes person by person */
  constructor(
    context: ServiceContext,
    days: AttendanceDayService,
    private readonly personDaysAtOnce = PERSON_DAYS_AT_ONCE,
  ) {
    this.loader = new ReportLoader(context, days);
    this.presences = new PresenceLoader(context, days, this.loader);
  }

  /**
   * Builds a report from the stored verdicts of the people this actor may see.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, longer than 92 days, too many people for it
   */
  async report(actor: Actor, request: ReportRequest): Promise<BuiltReport> {
    authorise(actor, 'reports:read');
    checkRange(request, MAX_DAYS);
    checkFits(request);
    const people = await this.loader.peopleOf(actor, request);
    if (people.length * daysIn(request) > MAX_PERSON_DAYS) {
      const problem = 'These are too many people for so long a range; narrow one of both down.';
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'to', problem } });
    }
    if (!isByPerson(request.kind))
      return buildReport(request.kind, await this.loader.materialOf(actor, request, people));
    const { columns } = buildReport(request.kind, emptyMaterial(request));
    const rows: ReportRow[] = [];
    const places: RowPlace[] = [];
    for await (const part of this.partsOf(actor, people, request)) {
      rows.push(...part.rows);
      places.push(...part.places);
    }
    return { ...tableOf(columns, rows), places };
  }

  /** Sums of the rows by site or department, by id, those without one last. They add up to the totals of the report. */
  groupsOf(report: BuiltReport, grouping: ReportGrouping): readonly ReportGroup[] {
    const idOf = ({ siteId, departmentId }: RowPlace) => (grouping === 'SITE' ? siteId : departmentId);
    const groups = new Map<string | null, ReportRow[]>();
    for (const [index, row] of report.rows.entries()) {
      const place = report.places[index];
      const id = place === undefined ? null : idOf(place);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [row]);
      else group.push(row);
    }
    return [...groups.entries()]
      .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
      .map(([id, rows]) => ({ id, rowCount: rows.length, totals: tableOf(report.columns, rows).totals }));
  }

  /**
   * The same rows one after the other, a few people in memory at a time, so that the size of the report does not matter. Rows
   * are by employee number and then date; a headcount, which has a row a date and site, is built first.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, longer than 1,100 days (a headcount: as `report`)
   */
  async stream(actor: Actor, request: ReportRequest): Promise<StreamedReport> {
    const { kind } = request;
    if (kind === 'HEADCOUNT') return this.report(actor, request);
    authorise(actor, 'reports:read');
    checkRange(request, MAX_STREAMED_DAYS);
    checkFits(request);
    const people = await this.loader.peopleOf(actor, request);
    if (kind === 'REGISTER') return { columns: REGISTER_COLUMNS, rows: this.registerRows(actor, people, request) };
    const { columns } = buildReport(kind, emptyMaterial(request));
    return { columns, rows: this.rowsInBatches(actor, people, request) };
  }

  /** Who is in at this moment, from the marks of the last two days: the headcount and the list for an evacuation. */
  async presence(actor: Actor, siteId: string | null): Promise<PresenceNow> {
    authorise(actor, 'attendance:read');
    return this.presences.load(actor, siteId);
  }

  private async *registerRows(
    actor: Actor,
    people: readonly ReportPerson[],
    request: ReportRequest,
  ): AsyncGenerator<ReportRow> {
    for await (const { people: some, records } of this.materialsOf(actor, people, request)) {
      const days = new Map<string, DayRecord[]>(some.map(({ employeeId }) => [employeeId, []]));
      for (const record of records) days.get(record.employeeId)?.push(record);
      for (const person of some)
        for (const record of days.get(person.employeeId) ?? []) yield registerReportRow(record, person);
    }
  }

  private async *rowsInBatches(
    actor: Actor,
    people: readonly ReportPerson[],
    request: ReportRequest,
  ): AsyncGenerator<ReportRow> {
    for await (const part of this.partsOf(actor, people, request)) yield* part.rows;
  }

  private async *partsOf(
    actor: Actor,
    people: readonly ReportPerson[],
    request: ReportRequest,
  ): AsyncGenerator<BuiltReport> {
    for await (const material of this.materialsOf(actor, people, request)) yield buildReport(request.kind, material);
  }

  /** What some people's rows are made of after the other's, by employee number. The database looks for the next ones meanwhile. */
  private async *materialsOf(
    actor: Actor,
    people: readonly ReportPerson[],
    request: ReportRequest,
  ): AsyncGenerator<ReportMaterial> {
    const size = Math.max(1, Math.floor(this.personDaysAtOnce / daysIn(request)));
    const read = async (start: number) => {
      const batch = people.slice(start, start + size);
      return batch.length === 0 ? null : this.loader.materialOf(actor, request, batch, true);
    };
    let next = read(0);
    for (let start = size; ; start += size) {
      const material = await next;
      if (material === null) return;
      next = read(start);
      // Whoever stops asking for more leaves it unread; it must not bring the process down then.
      next.catch(() => undefined);
      yield material;
    }
  }
}

const emptyMaterial = ({ from, to, profile }: ReportRequest) => ({ ...noMaterial(from, to), profile: profile ?? null });

/** @throws DomainError BAD_USER_INPUT naming what this kind of report does not have */
export function checkFits({ kind, profile, statuses }: Pick<ReportRequest, 'kind' | 'profile' | 'statuses'>): void {
  if (profile != null && kind !== 'PAYROLL')
    throw badInput('profile', 'Only PAYROLL has the columns of a payroll product.');
  // Sums of a period need all of its days: allowances and caps run through them.
  if (statuses != null && (isPeriodReport(kind) || kind === 'ASSURANCE'))
    throw badInput('statuses', 'This report is not about single days.');
}
