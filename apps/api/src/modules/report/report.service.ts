import {
  buildPeriod,
  buildPresence,
  type DayRecord,
  type PolicyInput,
  type Presence,
  periodLeadIn,
  type ReportPerson,
} from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { OffShiftMark } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { addDays, checkRange, type DateRange } from '../../local-dates/date-range.js';
import type { ReportColumn, ReportRow, ReportTable } from '../../report-files/report-table.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import {
  buildReport,
  FIELDS_OF,
  isPeriodReport,
  REGISTER_COLUMNS,
  REGISTER_FIELDS,
  type ReportKind,
  type ReportMaterial,
  registerReportRow,
} from './report-kinds.js';

const MAX_DAYS = 92;
const MAX_PERSON_DAYS = 200_000;
const MAX_STREAMED_DAYS = 1_100;

/** A report whose rows come one after the other. */
export interface StreamedReport {
  readonly columns: readonly ReportColumn[];
  readonly rows: Iterable<ReportRow> | AsyncIterable<ReportRow>;
}

export interface ReportRequest extends DateRange {
  readonly kind: ReportKind;
  readonly siteId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly employeeId?: string | null | undefined;
}

export class ReportService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Builds a report from the stored verdicts of the people this actor may see.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, longer than 92 days, too many people for it
   */
  async report(actor: Actor, request: ReportRequest): Promise<ReportTable> {
    authorise(actor, 'reports:read');
    checkRange(request, MAX_DAYS);
    return buildReport(request.kind, await this.materialFor(actor, request));
  }

  /**
   * The same report row after row. A register is read from the database as it is written, so its size does not matter; the
   * other kinds have a row a person and are built first.
   *
   * @throws DomainError as `report`
   */
  async stream(actor: Actor, request: ReportRequest): Promise<StreamedReport> {
    if (request.kind !== 'REGISTER') return this.report(actor, request);
    authorise(actor, 'reports:read');
    checkRange(request, MAX_STREAMED_DAYS);
    const people = new Map((await this.peopleOf(actor, request)).map((person) => [person.employeeId, person]));
    return { columns: REGISTER_COLUMNS, rows: this.registerRows(people, request) };
  }

  private async *registerRows(
    people: ReadonlyMap<string, ReportPerson>,
    { from, to, siteId, departmentId, employeeId }: ReportRequest,
  ): AsyncGenerator<ReportRow> {
    const filter = { from, to, siteId, departmentId, employeeId };
    for await (const record of this.verdicts(filter, REGISTER_FIELDS)) {
      const person = people.get(record.employeeId);
      if (person !== undefined) yield registerReportRow(record, person);
    }
  }

  /** Who is in at this moment, from the marks of the last two days: the headcount and the list for an evacuation. */
  async presence(actor: Actor, siteId: string | null): Promise<Presence & { readonly asOf: Date }> {
    authorise(actor, 'attendance:read');
    const { db, now } = this.context;
    const asOf = now();
    const date = asOf.toISOString().slice(0, 10);
    const range = { from: addDays(date, -2), to: addDays(date, 1) };
    const people = await this.peopleOf(actor, {});
    const ids = new Set(people.map(({ employeeId }) => employeeId));
    const records: DayRecord[] = [];
    for await (const record of db.dayRecords.each({ ...range, siteIds: actor.siteIds ?? undefined }))
      if (ids.has(record.employeeId)) records.push(this.days.verdictOf(record));
    const offShift = (await this.offShiftOf(actor, range)).filter(({ employeeId }) => ids.has(employeeId));
    const presence = buildPresence({
      people,
      records,
      offShift: offShift.map((mark) => this.days.offShiftOf(mark)),
      asOf: asOf.toISOString(),
    });
    return { ...(siteId === null ? presence : ofSite(presence, siteId)), asOf };
  }

  private async materialFor(actor: Actor, request: ReportRequest): Promise<ReportMaterial> {
    const { kind, from, to, siteId, departmentId, employeeId } = request;
    const people = await this.peopleOf(actor, request);
    if (people.length * ((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1) > MAX_PERSON_DAYS) {
      const problem = 'These are too many people for so long a range; narrow one of both down.';
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'to', problem } });
    }
    const known = new Set(people.map((person) => person.employeeId));
    const isPeriod = isPeriodReport(kind);
    const range = { from: isPeriod ? periodLeadIn(from) : from, to };
    const filter = { ...range, employeeId, siteId: isPeriod ? undefined : siteId, departmentId };
    const records: DayRecord[] = [];
    for await (const record of this.verdicts(filter, FIELDS_OF[kind]))
      if (known.has(record.employeeId)) records.push(record);
    const offShift =
      kind === 'EXCEPTIONS' ? (await this.offShiftOf(actor, range)).filter((mark) => known.has(mark.employeeId)) : [];
    return {
      ...{ from, to, people, records },
      periods: isPeriod ? await this.periodsOf(records, { from, to }) : [],
      offShift: offShift.map((mark) => this.days.offShiftOf(mark)),
    };
  }

  /** Verdicts with the named fields; the engine's functions that are given them read no others. */
  private async *verdicts(
    filter: Parameters<ServiceContext['db']['dayRecords']['eachVerdict']>[0],
    fields: readonly (keyof DayRecord)[],
  ): AsyncGenerator<DayRecord> {
    for await (const verdict of this.context.db.dayRecords.eachVerdict(filter, fields))
      yield verdict as unknown as DayRecord;
  }

  private async periodsOf(records: readonly DayRecord[], { from, to }: DateRange) {
    const policies = await this.days.policies();
    const byPerson = new Map<string, DayRecord[]>();
    for (const record of records) {
      const list = byPerson.get(record.employeeId);
      if (list === undefined) byPerson.set(record.employeeId, [record]);
      else list.push(record);
    }
    return [...byPerson].map(([employeeId, own]) =>
      buildPeriod({ employeeId, from, to, records: own, policies: policies as PolicyInput[] }),
    );
  }

  private async peopleOf(actor: Actor, request: Partial<ReportRequest>): Promise<readonly ReportPerson[]> {
    const { db } = this.context;
    const { siteId, departmentId, employeeId } = request;
    const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
    const fallback = [...zones.values()][0] ?? 'UTC';
    const visible = { siteIds: actor.siteIds ?? undefined, ids: employeeId == null ? undefined : [employeeId] };
    const people: ReportPerson[] = [];
    for await (const employee of db.employees.each({ siteId, departmentId, ...visible })) {
      const { id, number, name } = employee;
      people.push({
        ...{ employeeId: id, number, name, siteId: employee.siteId, departmentId: employee.departmentId },
        homeTimeZone: zones.get(employee.siteId ?? '') ?? fallback,
      });
    }
    return people;
  }

  private async offShiftOf(actor: Actor, range: DateRange): Promise<readonly OffShiftMark[]> {
    const marks: OffShiftMark[] = [];
    let after: string | null = null;
    do {
      const filter = { ...range, siteIds: actor.siteIds ?? undefined };
      const page: Awaited<ReturnType<ServiceContext['db']['offShiftMarks']['list']>> =
        await this.context.db.offShiftMarks.list(filter, { first: 100, after });
      marks.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return marks;
  }
}

function ofSite(presence: Presence, siteId: string): Presence {
  const rows = presence.rows.filter((row) => row.siteId === siteId);
  const bySite = presence.bySite.filter((site) => site.siteId === siteId);
  const { inCount, onBreakCount, unsureCount } = bySite[0] ?? { inCount: 0, onBreakCount: 0, unsureCount: 0 };
  return { rows, bySite, totals: { inCount, onBreakCount, unsureCount } };
}
