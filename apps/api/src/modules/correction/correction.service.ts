import type { DayRecord as EngineDay } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import {
  type AttendanceEvent,
  type Correction,
  type DbSession,
  type Employee,
  type Page,
  serviceBreakIn,
  siteOn,
} from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf, readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { DecisionInput } from '../../graphql/decision.input.js';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { takenBackAt } from '../../services/taken-back-at.js';
import { triedOut } from '../../services/tried-out.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { CorrectionsArgs, PreviewCorrectionArgs, RequestCorrectionInput } from './correction.inputs.js';
import { type CorrectionEffect, effectOf } from './correction-effect.js';

const targetOf = ({ id }: Correction) => ({ kind: 'CORRECTION', id });

/** Whether it is stored already or not. */
type WaitingCorrection = Omit<Correction, 'version'>;

/** A request as it will be stored, checked. */
interface Wish {
  readonly replaced: AttendanceEvent | null;
  readonly at: Date | null;
}

export class CorrectionService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** Newest first. Employees see their own, managers those of their sites. */
  async list(actor: Actor, { filter, first, after }: CorrectionsArgs): Promise<Page<Correction>> {
    const limit = await visibleRecords(this.context.db, readLimit(actor, 'attendance:read'));
    return this.context.db.corrections.list({ ...filter, ...limit }, { first, after });
  }

  /**
   * Asks for a change of the marks. Nothing counts differently until somebody approves it.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: a mark in the future or before the person joined, a mark of somebody
   * else, what the action needs and lacks; DAY_CLOSED; CONFLICT if the mark was corrected already; NOT_FOUND
   */
  async request(actor: Actor, input: RequestCorrectionInput): Promise<Correction> {
    const employee = await this.visible(actor, input.employeeId);
    const { corrections } = this.context.db;
    const once = { mutation: 'requestCorrection', input, recall: (id: string) => corrections.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { correction, replaced } = await this.wishOf(actor, employee, input);
      const witnessed = { action: 'CORRECTION_REQUESTED', target: targetOf, keep };
      return writeWitnessed(this.context, actor, witnessed, async (session) => {
        await this.assertOpen(correction.employeeId, [correction.localDate, replaced?.localDate], session);
        return corrections.insert(correction, { session });
      });
    });
  }

  /**
   * Which days the approval would change: of a correction that waits, or of one that was not asked for yet. It is done for real in a
   * transaction that is taken back.
   *
   * @throws DomainError as `request` and `decide`; BAD_USER_INPUT unless exactly one of both is given
   */
  async preview(actor: Actor, { id, input }: PreviewCorrectionArgs): Promise<CorrectionEffect> {
    authorise(actor, 'attendance:manage');
    if ((id == null) === (input == null))
      throw badInput('id', 'Give either the id of a correction or the input for one.');
    const wish = input == null ? null : await this.wish(actor, input);
    return triedOut(this.context.db.withTransaction, async (session) => {
      const correction = wish ?? (await this.context.db.corrections.getById(id ?? '', { session }));
      const employee = await this.decidable(actor, correction, session);
      return (await this.applyShown(actor, correction, employee, session)).effect;
    });
  }

  private async visible(actor: Actor, employeeId: string): Promise<Employee> {
    const limit = readLimit(actor, 'attendance:manage');
    const employee = await this.context.db.employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    return employee;
  }

  private async wish(actor: Actor, input: RequestCorrectionInput): Promise<WaitingCorrection> {
    return (await this.wishOf(actor, await this.visible(actor, input.employeeId), input)).correction;
  }

  private async wishOf(actor: Actor, employee: Employee, input: RequestCorrectionInput) {
    const { now, newId } = this.context;
    const { replaced, at } = await this.checkWish(employee, input);
    const site = await this.siteOf(employee, replaced, at ?? now());
    const when = at ?? replaced?.at ?? now();
    const localDate = localDateOf(when, site.timeZone);
    checkEmployment(await this.days.employmentOf(employee), localDate);
    const made = now();
    const correction = {
      id: newId(),
      employeeId: employee.id,
      action: input.action,
      replacesEventId: replaced?.id ?? null,
      kind: input.action === 'VOID' ? null : (input.kind ?? 'AUTO'),
      ...{ at, localDate, siteId: site.id, reason: input.reason.trim(), status: 'PENDING' as const },
      requestedBy: actorRef(actor),
      ...{ decidedBy: null, decidedAt: null, decisionNote: null, eventId: null, createdAt: made, updatedAt: made },
    };
    return { correction, replaced };
  }

  /** Whose it is. @throws DomainError NOT_FOUND; FORBIDDEN; CONFLICT if it was decided */
  private async decidable(
    actor: Actor,
    { employeeId, status }: Pick<Correction, 'employeeId' | 'status'>,
    session: DbSession,
  ): Promise<Employee> {
    const employee = await this.context.db.employees.getById(employeeId, { session });
    if (!isVisible(limitOf(actor), employee)) throw new DomainError('NOT_FOUND');
    if (actor.employeeId === employee.id && !hasScope(actor, 'employees:write'))
      throw new DomainError('FORBIDDEN', { internal: 'nobody decides about the own correction' });
    if (status !== 'PENDING') throw new DomainError('CONFLICT', { internal: 'decided already' });
    return employee;
  }

  /**
   * Approves or rejects, once. An approval writes the mark and builds the days around it anew, in one transaction.
   *
   * @param token of a preview: an approval does exactly what was shown, or is a CONFLICT. Left out: not compared
   * @throws DomainError CONFLICT if somebody decided in the meantime or the mark was corrected already; DAY_CLOSED; NOT_FOUND;
   * FORBIDDEN for the own correction, unless the actor may change employees
   */
  async decide(
    actor: Actor,
    { id, version, isApproved, note }: DecisionInput,
    token?: string | null,
  ): Promise<Correction> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const correction = await db.corrections.getById(id, { session });
      const employee = await this.decidable(actor, correction, session);
      const at = now();
      const applied = isApproved ? await this.applyShown(actor, correction, employee, session) : null;
      if (applied !== null && token != null && applied.effect.token !== token)
        throw new DomainError('CONFLICT', { internal: 'the days would become others than those that were shown' });
      const event = applied?.event ?? null;
      const change = {
        status: isApproved ? ('APPROVED' as const) : ('REJECTED' as const),
        ...{
          decidedBy: actorRef(actor),
          decidedAt: at,
          decisionNote: note?.trim() || null,
          eventId: event?.id ?? null,
        },
      };
      const decided = await db.corrections.update(id, change, { version, now: at }, { session });
      const witnessed = {
        action: `CORRECTION_${change.status}`,
        target: targetOf(decided),
        details: { eventId: change.eventId },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return decided;
    });
  }

  /** As `apply`, and what it changed about the days. */
  private async applyShown(actor: Actor, correction: WaitingCorrection, employee: Employee, session: DbSession) {
    const { db } = this.context;
    const replaced =
      correction.replacesEventId === null
        ? null
        : await db.attendanceEvents.findById(correction.replacesEventId, { session });
    const dates = [...new Set([correction.localDate, replaced?.localDate ?? correction.localDate])];
    // A mark of a second record counts for the person it was merged into.
    const ids = [employee.id, ...(employee.mergedIntoId == null ? [] : [employee.mergedIntoId])];
    const days = async () => {
      const found = new Map<string, EngineDay>();
      for (const date of dates)
        for (const day of await db.dayRecords.listOf(
          ids,
          { from: addDays(date, -1), to: addDays(date, 1) },
          { session },
        ))
          found.set(day.id, this.days.verdictOf(day));
      return [...found.values()];
    };
    const before = await days();
    const event = await this.apply(actor, correction, employee, session);
    return { event, effect: effectOf(before, await days()) };
  }

  private async apply(
    actor: Actor,
    correction: WaitingCorrection,
    employee: Employee,
    session: DbSession,
  ): Promise<AttendanceEvent> {
    const { db, now, newId } = this.context;
    const { replacesEventId, localDate, siteId } = correction;
    const replaced = replacesEventId === null ? null : await db.attendanceEvents.getById(replacesEventId, { session });
    await this.assertOpen(employee.id, [localDate, replaced?.localDate], session);
    const site = await db.sites.getById(siteId, { session });
    const recordedAt = now();
    const event: AttendanceEvent = {
      id: newId(),
      // What replaces a mark of a second record stays with that record.
      employeeId: replaced?.employeeId ?? employee.id,
      siteId,
      kind: correction.kind ?? 'AUTO',
      // A mark that only takes another one back stands at its time.
      at: correction.at ?? (replaced === null ? recordedAt : takenBackAt(replaced)),
      timeZone: site.timeZone,
      localDate,
      source: 'CORRECTION',
      assurance: 'SUPERVISOR',
      ...{ attemptId: null, deviceId: null, replacesEventId, costCentre: replaced?.costCentre ?? null },
      isVoid: correction.action === 'VOID',
      isRemote: false,
      actor: actorRef(actor),
      recordedAt,
    };
    await db.attendanceEvents.insert(event, { session });
    await this.days.rebuildAround(employee, localDate, recordedAt, session);
    if (replaced !== null && replaced.localDate !== localDate)
      await this.days.rebuildAround(employee, replaced.localDate, recordedAt, session);
    return event;
  }

  /** A mark must not leave a finalised day either: it would count there and on its new day. @throws DomainError DAY_CLOSED */
  private async assertOpen(id: string, dates: readonly (string | undefined)[], session: DbSession): Promise<void> {
    for (const date of new Set(dates))
      if (date !== undefined) await this.days.assertOpen(id, { from: date, to: date }, session);
  }

  private async checkWish(employee: Employee, { action, replacesEventId, at }: RequestCorrectionInput): Promise<Wish> {
    if ((action === 'ADD') !== (replacesEventId == null))
      throw badInput('replacesEventId', 'ADD names no mark; REPLACE and VOID name the one that is wrong.');
    if ((action === 'VOID') !== (at == null)) throw badInput('at', 'ADD and REPLACE need a time; VOID has none.');
    if (at != null && at > this.context.now()) throw badInput('at', 'A mark cannot lie in the future.');
    const { attendanceEvents } = this.context.db;
    const replaced = replacesEventId == null ? null : await attendanceEvents.findById(replacesEventId);
    if (replacesEventId != null && !(await this.isMarkOf(employee, replaced)))
      throw badInput('replacesEventId', 'This person has no such mark.');
    return { replaced, at: at ?? null };
  }

  /** Also of a second record of this person. */
  private async isMarkOf(employee: Employee, event: AttendanceEvent | null): Promise<boolean> {
    if (event === null || event.employeeId === employee.id) return event !== null;
    return (await this.context.db.employees.findById(event.employeeId))?.mergedIntoId === employee.id;
  }

  private async siteOf(employee: Employee, replaced: AttendanceEvent | null, at: Date) {
    const { sites } = this.context.db;
    const all = await sites.listAll();
    const wanted = replaced?.siteId ?? siteOn(employee, localDateOf(at, 'UTC'));
    const site = all.find(({ id }) => id === wanted) ?? all[0];
    if (site === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
    return site;
  }
}

type Employment = Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>;

function checkEmployment(employee: Employment, localDate: string): void {
  const { joiningDate, leavingDate } = employee;
  if (joiningDate !== null && localDate < joiningDate) throw badInput('at', 'That is before the first day of work.');
  if (leavingDate !== null && localDate > leavingDate) throw badInput('at', 'That is after the last day of work.');
  if (serviceBreakIn(employee, localDate) !== null) throw badInput('at', 'That is between leaving and coming back.');
}
