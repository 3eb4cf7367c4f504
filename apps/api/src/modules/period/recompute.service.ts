import { type DayDiff, diffDayRecords, type DayRecord as EngineDay } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { type DbSession, type Employee, hashInput, siteOn } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { checkRange, type DateRange } from '../../local-dates/date-range.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService, RebuildCount } from '../attendance/attendance-day.service.js';
import type { RecomputeInput } from './period.inputs.js';
import type { PreparedRuleChange, RuleChanges } from './rule-change.js';

const MAX_DAYS = 366;
const MAX_PERSON_DAYS = 100_000;
const TOKEN_LIFETIME_MS = 3_600_000;

export interface Preview {
  /** When the preview was made and a digest of what it shows. */
  readonly token: string;
  readonly diff: DayDiff;
  /** Days that would differ and are locked. */
  readonly lockedCount: number;
  /** Whose roster contradicts itself: their days are left out and stay as they are. */
  readonly unjudged: readonly Employee[];
}

/** Shows what computing days anew would change, and does exactly that or nothing. */
export class RecomputeService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly changes: RuleChanges,
  ) {}

  /**
   * What computing anew would change, by the stored rules or with one change of them that is only tried out.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, too long, too many people for it, a rule that cannot be
   */
  async preview(actor: Actor, input: RecomputeInput): Promise<Preview> {
    authorise(actor, 'attendance:manage');
    checkRange(input, MAX_DAYS);
    const asOf = this.context.now();
    const change = await this.changeOf(actor, input);
    return this.compare(await this.peopleOf(actor, input), input, asOf, change);
  }

  /**
   * Writes what the preview showed, and the change of the rules it was made with.
   *
   * @throws DomainError CONFLICT if anything arrived in between, so that the outcome would differ from what was shown
   */
  async apply(actor: Actor, input: RecomputeInput, token: string): Promise<RebuildCount> {
    authorise(actor, 'attendance:manage');
    checkRange(input, MAX_DAYS);
    const asOf = this.readToken(token);
    const change = await this.changeOf(actor, input);
    const people = await this.peopleOf(actor, input);
    const { db } = this.context;
    return db.withTransaction(async (session) => {
      const now = await this.compare(people, input, asOf, change, session);
      if (now.token !== token) throw new DomainError('CONFLICT', { internal: 'something changed since the preview' });
      await change?.write(actor, session);
      const count = await this.days.rebuildIn(people, { from: input.from, to: input.to }, asOf, session);
      const { from, to } = input;
      const details = { from, to, people: count.people, written: count.written, removed: count.removed };
      const witnessed = { action: 'DAYS_RECOMPUTED', target: null, details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return count;
    });
  }

  private async compare(
    people: readonly Employee[],
    range: DateRange,
    asOf: Date,
    change: PreparedRuleChange | null,
    session?: DbSession,
  ): Promise<Preview> {
    const { db } = this.context;
    const { from, to } = range;
    const isLocked = await this.days.locksFor(range, session);
    const { computed, unjudged } = await this.days.compute(people, { from, to }, asOf, session, change?.tried);
    const stored = await db.dayRecords.listOf(
      computed.map(({ person }) => person.employee.id),
      { from, to },
      { session },
    );
    const before = stored.map((record) => this.days.verdictOf(record));
    const after = computed.flatMap(({ records }) => records);
    const byId = new Map(computed.map(({ person }) => [person.employee.id, person]));
    const final = new Set(stored.filter(({ isFinal }) => isFinal).map((day) => `${day.employeeId}:${day.workDate}`));
    const isOpen = ({ employeeId, workDate }: EngineDay) => {
      const person = byId.get(employeeId);
      if (person === undefined || final.has(`${employeeId}:${workDate}`)) return false;
      const { employee, site } = person;
      return !isLocked(workDate, siteOn(employee, workDate) ?? site.id, employee.departmentId);
    };
    const diff = diffDayRecords(before.filter(isOpen), after.filter(isOpen));
    const locked = diffDayRecords(
      before.filter((day) => !isOpen(day)),
      after.filter((day) => !isOpen(day)),
    );
    const ids = { people: people.map(({ id }) => id), unjudged: unjudged.map(({ id }) => id) };
    const digest = hashInput(JSON.parse(JSON.stringify({ from, to, ...ids, change: change?.asked, diff })));
    const token = `${asOf.getTime().toString(36)}.${digest}`;
    return { token, diff, lockedCount: locked.changes.length, unjudged };
  }

  private async changeOf(actor: Actor, { change }: RecomputeInput): Promise<PreparedRuleChange | null> {
    return change == null ? null : this.changes.prepare(actor, change);
  }

  /** The instant of the preview: windows that close in between must not make the outcome another one. */
  private readToken(token: string): Date {
    const ms = Number.parseInt(token.split('.')[0] ?? '', 36);
    const age = this.context.now().getTime() - ms;
    if (!(age >= 0 && age <= TOKEN_LIFETIME_MS))
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'token', problem: 'Look at a new preview first.' } });
    return new Date(ms);
  }

  private async peopleOf(
    actor: Actor,
    { siteId, departmentId, employeeIds, from, to }: RecomputeInput,
  ): Promise<readonly Employee[]> {
    const { db } = this.context;
    const visible = { siteIds: actor.siteIds ?? undefined, ids: employeeIds ?? undefined };
    const people: Employee[] = [];
    for await (const employee of db.employees.each({ siteId, departmentId, ...visible })) people.push(employee);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    if (people.length * days > MAX_PERSON_DAYS) {
      const problem = `These are more than ${MAX_PERSON_DAYS} days of people; choose fewer of both.`;
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'to', problem } });
    }
    return people;
  }
}
