import { setImmediate as nextTurn } from 'node:timers/promises';
import { diffDayRecords, type DayRecord as EngineDay } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { type DayRecord, type DbSession, type Employee, hashInput, siteOn } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf, visiblePeople } from '../../access/read-limit.js';
import { checkRange, type DateRange } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type {
  AttendanceDayService,
  ComputedDays,
  DayLocks,
  RebuildCount,
} from '../attendance/attendance-day.service.js';
import type { RecomputeInput } from './period.inputs.js';
import { PreviewSummary, type SummedChanges } from './preview-summary.js';
import type { PreparedRuleChange, RuleChanges } from './rule-change.js';

const MAX_DAYS = 366;
/** Days of people in one preview: what the transaction that applies it is done with in time (adr/0139). */
export const MAX_PERSON_DAYS = 12_000;
const TOKEN_LIFETIME_MS = 3_600_000;

export interface Preview extends SummedChanges {
  /** When the preview was made and a digest of all that would change, shown or not. */
  readonly token: string;
  /** Days that would differ and are locked. */
  readonly lockedCount: number;
  /** Whose roster contradicts itself: their days are left out and stay as they are. */
  readonly unjudged: readonly Employee[];
}

/** Shows what computing days anew would change, and does exactly that or nothing. */
export class RecomputeService {
  /** @param maxPersonDays how many days of people one preview, and the transaction that applies it, may hold */
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly changes: RuleChanges,
    private readonly maxPersonDays = MAX_PERSON_DAYS,
  ) {}

  /**
   * What computing anew would change, by the stored rules or with one change of them that is only tried out. A change of a shift or
   * of a policy is looked at for those who work by it; the others' days cannot change with it.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, too long, too many people for it, a rule that cannot be
   */
  async preview(actor: Actor, input: RecomputeInput): Promise<Preview> {
    authorise(actor, 'attendance:manage');
    checkRange(input, MAX_DAYS);
    const asOf = this.context.now();
    const change = await this.changeOf(actor, input);
    return (await this.compare(await this.peopleOf(actor, input, change), input, asOf, change)).preview;
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
    const people = await this.peopleOf(actor, input, change);
    const { db } = this.context;
    const { from, to } = input;
    return db.withTransaction(async (session) => {
      const { preview, computed } = await this.compare(people, input, asOf, change, session);
      if (preview.token !== token)
        throw new DomainError('CONFLICT', { internal: 'something changed since the preview' });
      await change?.write(actor, session);
      const written = await this.days.writeComputed(computed, { from, to }, asOf, session);
      const count = { ...written, unjudged: preview.unjudged.length };
      const details = { from, to, people: count.people, written: count.written, removed: count.removed };
      const witnessed = { action: 'DAYS_RECOMPUTED', target: null, details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return count;
    });
  }

  /** A few people at a time: the differences of each are added up and forgotten. Within a transaction the verdicts are kept to be written. */
  private async compare(
    people: readonly Employee[],
    { from, to }: DateRange,
    asOf: Date,
    change: PreparedRuleChange | null,
    session?: DbSession,
  ): Promise<{ readonly preview: Preview; readonly computed: readonly ComputedDays[] }> {
    const range = { from, to };
    const isLocked = await this.days.locksFor(range, session);
    const summary = new PreviewSummary();
    const kept: ComputedDays[] = [];
    const unjudged: Employee[] = [];
    let lockedCount = 0;
    for await (const slice of this.days.computeSlices(people, range, asOf, session, change?.tried)) {
      unjudged.push(...slice.unjudged);
      if (session !== undefined) kept.push(...slice.computed);
      const ids = slice.computed.map(({ person }) => person.employee.id);
      const stored = await this.context.db.dayRecords.listOf(ids, range, { session });
      for (const days of slice.computed) {
        const own = stored.filter(({ employeeId }) => employeeId === days.person.employee.id);
        const { open, locked } = this.differencesOf(days, own, isLocked);
        summary.add(open);
        lockedCount += locked.changes.length;
        await nextTurn();
      }
    }
    const ids = { people: people.map(({ id }) => id), unjudged: unjudged.map(({ id }) => id) };
    const about = { from, to, ...ids, change: change?.asked ?? null, days: summary.digest() };
    const token = `${asOf.getTime().toString(36)}.${hashInput(JSON.parse(JSON.stringify(about)))}`;
    return { preview: { token, ...summary.sum(), lockedCount, unjudged }, computed: kept };
  }

  /** Of one person: what would be written, and what would differ and is locked. */
  private differencesOf({ person, records }: ComputedDays, stored: readonly DayRecord[], isLocked: DayLocks) {
    const { employee, site } = person;
    const final = new Set(stored.filter(({ isFinal }) => isFinal).map(({ workDate }) => workDate));
    const isOpen = ({ workDate }: EngineDay) =>
      !final.has(workDate) && !isLocked(workDate, siteOn(employee, workDate) ?? site.id, employee.departmentId);
    const before = stored.map((record) => this.days.verdictOf(record));
    return {
      open: diffDayRecords(before.filter(isOpen), records.filter(isOpen)),
      locked: diffDayRecords(
        before.filter((day) => !isOpen(day)),
        records.filter((day) => !isOpen(day)),
      ),
    };
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
    change: PreparedRuleChange | null,
  ): Promise<readonly Employee[]> {
    const { db } = this.context;
    const concerns = change?.concerns ?? null;
    const ids = concerns === null ? employeeIds : (employeeIds ?? [...concerns]).filter((id) => concerns.has(id));
    const visible = { ...visiblePeople(limitOf(actor)), ids: ids ?? undefined };
    const people: Employee[] = [];
    for await (const employee of db.employees.each({ siteId, departmentId, ...visible })) people.push(employee);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    if (people.length * days > this.maxPersonDays) {
      const max = this.maxPersonDays;
      const problem = `These are ${days} days of ${people.length} people, more than the ${max} days of people that one preview holds: choose fewer days, or go site by site or department by department.`;
      throw badInput('to', problem, { code: 'TOO_MANY_DAYS', people: people.length, days, max });
    }
    return people;
  }
}
