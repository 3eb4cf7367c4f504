import {
  assuranceShares,
  buildPeriod,
  byNumber,
  type DayRecord,
  type PayCode,
  type PeriodRecord,
  periodLeadIn,
  type ReportPerson,
  type WeekStart,
} from '@rollcall/attendance';
import type { DayStatus } from '@rollcall/contracts';
import type { OffShiftMark } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { limitOf, visiblePeople } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { PayrollProfileName } from '../../graphql/payroll-enums.js';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import { toEngineEvent } from '../attendance/engine-input.mapper.js';
import { looseAttempts } from './loose-attempt.loader.js';
import { isPeriodReport, type ReportKind, verdictPartOf } from './report-kinds.js';
import type { ReportMaterial } from './report-material.js';

export interface ReportRequest extends DateRange {
  readonly kind: ReportKind;
  readonly siteId?: string | null | undefined;
  readonly departmentId?: string | null | undefined;
  readonly employeeId?: string | null | undefined;
  /** Only days with one of these; sums and heads are then of those days alone. Default: every status. */
  readonly statuses?: readonly DayStatus[] | null | undefined;
  /** Of PAYROLL: the columns of a payroll product. Default: those of every report. */
  readonly profile?: PayrollProfileName | null | undefined;
}

/** Reads what reports are made of, of the people an actor may see. */
export class ReportLoader {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Who a report is about, by employee number. Sums go by the site a person belongs to; days by the site they were judged at,
   * so that whoever moved appears under both. The department is the one of now.
   */
  async peopleOf(
    actor: Actor,
    { kind, siteId, departmentId, employeeId }: Partial<ReportRequest>,
  ): Promise<readonly ReportPerson[]> {
    const { db } = this.context;
    const isBySite = kind === undefined || isPeriodReport(kind) || kind === 'ASSURANCE';
    const place = isBySite ? { siteId, ...visiblePeople(limitOf(actor)) } : {};
    const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
    const fallback = [...zones.values()][0] ?? 'UTC';
    const people: ReportPerson[] = [];
    const ids = employeeId == null ? undefined : [employeeId];
    for await (const employee of db.employees.each({ ...place, departmentId, ids })) {
      const { id, number, name } = employee;
      people.push({
        ...{ employeeId: id, number, name, siteId: employee.siteId, departmentId: employee.departmentId },
        homeTimeZone: employee.homeTimeZone ?? zones.get(employee.siteId ?? '') ?? fallback,
      });
    }
    // As all reports order them: the database's order by number does not tell capital letters.
    return people.sort(byNumber);
  }

  /** @param isBatch true: `people` are some of those the report is about */
  async materialOf(
    actor: Actor,
    request: ReportRequest,
    people: readonly ReportPerson[],
    isBatch = false,
  ): Promise<ReportMaterial> {
    const { kind, from, to } = request;
    const known = new Set(people.map(({ employeeId }) => employeeId));
    const part = verdictPartOf(kind);
    const filter = await this.verdictFilter(actor, request, people, isBatch);
    const verdicts = part === null ? [] : await this.context.db.dayRecords.listVerdicts(filter, part);
    const records = (verdicts as unknown as readonly DayRecord[]).filter(({ employeeId }) => known.has(employeeId));
    // What belongs to no day has no status.
    const isWhole = kind === 'EXCEPTIONS' && request.statuses == null;
    const offShift = isWhole ? await this.offShiftOf(actor, request, isBatch ? [...known] : undefined) : [];
    // Exceptions go by the site of the day, so the marks looked at are of whoever has a day there.
    const counted = kind === 'EXCEPTIONS' ? new Set(records.map(({ employeeId }) => employeeId)) : known;
    return {
      ...{ from, to, people, records },
      periods: isPeriodReport(kind) ? await this.periodsOf(records, { from, to }) : [],
      offShift: offShift.filter((mark) => known.has(mark.employeeId)).map((mark) => this.days.offShiftOf(mark)),
      refused: isWhole ? await looseAttempts(this.context, actor, people, request) : [],
      assurance: isWhole || kind === 'ASSURANCE' ? await this.sharesOf([...counted], { from, to }) : [],
      payCodes: kind === 'PAYROLL' ? ((await this.context.db.settings.get()).payCodes as readonly PayCode[]) : [],
      profile: request.profile ?? null,
      deviceNames: new Map(
        kind === 'EXCEPTIONS' ? (await this.context.db.devices.listAll()).map(({ id, name }) => [id, name]) : [],
      ),
      siteNames: new Map((await this.context.db.sites.listAll()).map(({ id, name }) => [id, name])),
    };
  }

  async offShiftOf(
    actor: Actor,
    { from, to, siteId, employeeId }: DateRange & Partial<ReportRequest>,
    employeeIds?: readonly string[],
  ): Promise<readonly OffShiftMark[]> {
    const marks: OffShiftMark[] = [];
    const { among } = await visibleRecords(this.context.db, limitOf(actor));
    const filter = { from, to, siteId, employeeId, employeeIds, among };
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ServiceContext['db']['offShiftMarks']['list']>> =
        await this.context.db.offShiftMarks.list(filter, { first: 100, after });
      marks.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return marks;
  }

  async periodsOf(records: readonly DayRecord[], { from, to }: DateRange): Promise<readonly PeriodRecord[]> {
    const policies = await this.days.policies();
    const weekStarts = await this.weekStarts();
    const byPerson = new Map<string, DayRecord[]>();
    for (const record of records) {
      const list = byPerson.get(record.employeeId);
      if (list === undefined) byPerson.set(record.employeeId, [record]);
      else list.push(record);
    }
    return [...byPerson].map(([employeeId, records]) =>
      buildPeriod({ employeeId, from, to, records, policies, weekStarts }),
    );
  }

  private async weekStarts(): Promise<readonly WeekStart[]> {
    return (await this.context.db.settings.get()).weekStarts as readonly WeekStart[];
  }

  /** Marks with a local date in the range. */
  private async sharesOf(employeeIds: readonly string[], { from, to }: DateRange) {
    const instants = { from: new Date(`${addDays(from, -1)}T00:00:00Z`), to: new Date(`${addDays(to, 2)}T00:00:00Z`) };
    const events = await this.context.db.attendanceEvents.listByEmployees(employeeIds, instants);
    const isWithin = ({ localDate }: { readonly localDate: string }) => from <= localDate && localDate <= to;
    return assuranceShares(events.filter(isWithin).map((event) => toEngineEvent(event)));
  }

  private async verdictFilter(
    actor: Actor,
    { kind, from, to, siteId, departmentId, employeeId, statuses }: ReportRequest,
    people: readonly ReportPerson[],
    isBatch: boolean,
  ) {
    const isPeriod = isPeriodReport(kind);
    const seen = async () => (await visibleRecords(this.context.db, limitOf(actor))).among;
    const place = isPeriod ? {} : { siteId, among: await seen() };
    const range = { from: isPeriod ? periodLeadIn(from, await this.weekStarts()) : from, to };
    const named = isBatch || departmentId != null ? { employeeIds: people.map((person) => person.employeeId) } : {};
    return { ...range, ...place, employeeId, statuses, ...named };
  }
}
