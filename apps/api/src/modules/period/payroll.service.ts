import {
  buildPayroll,
  buildPeriod,
  type DayRecord,
  type PayCode,
  type PayrollRow,
  periodLeadIn,
  type RetroDelta,
  retroDeltas,
  type WeekStart,
} from '@rollcall/attendance';
import type { DbSession, Employee, FinalisedPeriod, PaidPeriod } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf, type ReadLimit, visiblePeople } from '../../access/read-limit.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import { isInScope, type PeriodScope } from './period-scope.js';

const PEOPLE_AT_ONCE = 200;
const EVERYBODY: ReadLimit = { siteIds: null, departmentIds: [], employeeIds: null };

/** Minutes by class of one person, for payroll. */
export interface PersonPayroll {
  readonly employee: Employee;
  readonly rows: readonly PayrollRow[];
}

/** What changed about one person's minutes after payroll took them. */
export interface PersonDeltas {
  readonly employee: Employee;
  readonly deltas: readonly RetroDelta[];
}

export class PayrollService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Minutes by class from the stored days, person by person in order of their numbers.
   *
   * @param payCodes the organisation's own codes; without one a row's code is null
   */
  async *summaries(actor: Actor, scope: PeriodScope, payCodes: readonly PayCode[] = []): AsyncGenerator<PersonPayroll> {
    authorise(actor, 'reports:read');
    for await (const people of this.peopleInBatches(limitOf(actor))) yield* await this.stored(people, scope, payCodes);
  }

  /**
   * What the days of a finalised period would come to now, less what was handed over when it was finalised: marks that arrived
   * late, corrections after it was reopened. Person by person; people without a difference are left out, and so are those whose
   * roster contradicts itself (`unjudged` names them).
   *
   * @param employeeId only this person; null: everybody
   * @throws DomainError NOT_FOUND
   */
  async *retroDeltas(actor: Actor, periodId: string, employeeId: string | null = null): AsyncGenerator<PersonDeltas> {
    authorise(actor, 'reports:read');
    const { db } = this.context;
    const period = await db.finalisedPeriods.getById(periodId);
    const paid = await db.paidPeriods.listOf(periodId, employeeId);
    const paidOf = new Map(paid.map(({ employeeId: id, rows }) => [id, rows as unknown as readonly PayrollRow[]]));
    for await (const people of this.peopleInBatches(limitOf(actor), employeeId)) {
      for (const { employee, rows } of await this.computed(people, period, paidOf)) {
        const deltas = retroDeltas(paidOf.get(employee.id) ?? [], rows);
        if (deltas.length > 0) yield { employee, deltas };
      }
    }
  }

  /**
   * Of whom `retroDeltas` can say nothing, because their roster contradicts itself on these dates.
   *
   * @throws DomainError NOT_FOUND
   */
  async unjudged(actor: Actor, periodId: string): Promise<readonly Employee[]> {
    authorise(actor, 'reports:read');
    const period = await this.context.db.finalisedPeriods.getById(periodId);
    const range = { from: periodLeadIn(period.from, await this.weekStarts()), to: period.to };
    const found: Employee[] = [];
    for await (const people of this.peopleInBatches(limitOf(actor)))
      found.push(...(await this.days.compute(people, range, this.context.now())).unjudged);
    return found;
  }

  /** For whoever finalises a period, in its transaction: what payroll takes of each person. */
  async paidOf(period: FinalisedPeriod, session: DbSession): Promise<readonly PaidPeriod[]> {
    const paid: PaidPeriod[] = [];
    for await (const people of this.peopleInBatches(EVERYBODY)) {
      for (const { employee, rows } of await this.stored(people, period, [], session)) {
        if (rows.length === 0) continue;
        const id = `${period.id}:${employee.id}`;
        paid.push({ id, periodId: period.id, employeeId: employee.id, rows: rows.map((row) => ({ ...row })) });
      }
    }
    return paid;
  }

  private async stored(
    people: readonly Employee[],
    scope: PeriodScope,
    payCodes: readonly PayCode[],
    session?: DbSession,
  ): Promise<readonly PersonPayroll[]> {
    const range = { from: periodLeadIn(scope.from, await this.weekStarts(session)), to: scope.to };
    const filter = { ...range, employeeIds: people.map(({ id }) => id) };
    const records = new Map<string, DayRecord[]>();
    for await (const verdict of this.context.db.dayRecords.eachVerdict(filter, 'figures', { session }))
      collect(records, verdict as unknown as DayRecord);
    return this.payrolls(people, records, scope, payCodes, session);
  }

  /** A person of whom something was handed over stays in, also after moving to another department. */
  private async computed(
    people: readonly Employee[],
    period: FinalisedPeriod,
    paidOf: ReadonlyMap<string, unknown>,
  ): Promise<readonly PersonPayroll[]> {
    const range = { from: periodLeadIn(period.from, await this.weekStarts()), to: period.to };
    const { computed } = await this.days.compute(people, range, this.context.now());
    const records = new Map(computed.map((one) => [one.person.employee.id, one.records]));
    const judged = people.filter(({ id }) => records.has(id));
    const paid = judged.filter(({ id }) => paidOf.has(id));
    const others = judged.filter(({ id }) => !paidOf.has(id));
    return [
      ...(await this.payrolls(paid, records, { ...period, departmentId: null }, [])),
      ...(await this.payrolls(others, records, period, [])),
    ];
  }

  private async payrolls(
    people: readonly Employee[],
    recordsOf: ReadonlyMap<string, readonly DayRecord[]>,
    scope: PeriodScope,
    payCodes: readonly PayCode[],
    session?: DbSession,
  ): Promise<readonly PersonPayroll[]> {
    const weekStarts = await this.weekStarts(session);
    const policies = await this.days.policies();
    const { from, to } = scope;
    return people.map((employee) => {
      const all = recordsOf.get(employee.id) ?? [];
      // What came before counts for allowances and caps, wherever it was.
      const records = all.filter(({ workDate }) => workDate < from || isInScope(scope, employee, workDate));
      const period = buildPeriod({ employeeId: employee.id, from, to, records, policies, weekStarts });
      return { employee, rows: buildPayroll({ period, records, payCodes }).rows };
    });
  }

  /** In the transaction of whoever finalises: a change of the weeks comes before or after it. */
  private async weekStarts(session?: DbSession): Promise<readonly WeekStart[]> {
    return (await this.context.db.settings.get({ session })).weekStarts as readonly WeekStart[];
  }

  private async *peopleInBatches(
    limit: ReadLimit,
    employeeId: string | null = null,
  ): AsyncGenerator<readonly Employee[]> {
    let batch: Employee[] = [];
    const filter = { ...visiblePeople(limit), ids: employeeId === null ? undefined : [employeeId] };
    for await (const employee of this.context.db.employees.each(filter)) {
      batch.push(employee);
      if (batch.length < PEOPLE_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

function collect(records: Map<string, DayRecord[]>, record: DayRecord): void {
  const own = records.get(record.employeeId);
  if (own === undefined) records.set(record.employeeId, [record]);
  else own.push(record);
}
