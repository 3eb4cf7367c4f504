import { validateShift } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { type DbSession, type Shift, type ShiftPattern, STANDARD_POLICY_ID } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { onceByKey } from '../../services/once-by-key.js';
import { auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { AssignmentService } from './assignment.service.js';
import type { CreateShiftInput, ShiftPatternInput, UpdateShiftInput } from './roster.inputs.js';

const HOURS = ['start', 'end', 'pattern'];
/** A change of a shift, before it is stored. */
export interface PreparedShift {
  readonly shift: Shift;
  readonly change: Partial<Shift>;
  /** The version that was read. */
  readonly version: number;
}

const targetOf = ({ id }: Shift) => ({ kind: 'SHIFT', id });

export class ShiftService {
  constructor(
    private readonly context: ServiceContext,
    private readonly assignments: AssignmentService,
  ) {}

  /** All shifts by name, archived ones too. */
  async list(_actor: Actor): Promise<readonly Shift[]> {
    return this.context.db.shifts.listAll();
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if the name is taken */
  async create(actor: Actor, input: CreateShiftInput): Promise<Shift> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createShift', input, recall: (id: string) => db.shifts.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const at = now();
      const { start, end } = input;
      const policyId = input.policyId ?? STANDARD_POLICY_ID;
      const shift = {
        ...{ id: newId(), name: input.name.trim(), start, end, policyId, isArchived: false },
        pattern: toPattern(input.pattern ?? { kind: 'EVERY_DAY' }),
        createdAt: at,
        updatedAt: at,
      };
      await this.check({ ...shift, version: 1 });
      return writeWitnessed(this.context, actor, { action: 'SHIFT_CREATED', target: targetOf, keep }, (session) =>
        db.shifts.insert(shift, { session }),
      );
    });
  }

  /**
   * Days that are judged already stay as they are until they are computed anew.
   *
   * @throws DomainError BAD_USER_INPUT naming the field; SHIFT_OVERLAP if somebody's other hours overlap the new ones;
   * CONFLICT if it changed since `input.version`; NOT_FOUND
   */
  async update(actor: Actor, input: UpdateShiftInput): Promise<Shift> {
    const prepared = await this.prepareUpdate(actor, input);
    return this.context.db.withTransaction((session) => this.updateIn(actor, prepared, session));
  }

  /** Who works one of these shifts, or any of this policy: by an assignment, past ones too, or by default. */
  async plannedWith(of: { readonly shiftId: string } | { readonly policyId: string }): Promise<ReadonlySet<string>> {
    const { db } = this.context;
    const shiftIds =
      'shiftId' in of
        ? [of.shiftId]
        : (await db.shifts.listAll()).filter(({ policyId }) => policyId === of.policyId).map(({ id }) => id);
    const planned = await db.withTransaction(async (session) => {
      const people = [];
      for (const shiftId of shiftIds) people.push(...(await this.assignments.plannedWith(shiftId, session)));
      return people;
    });
    // What a second record has is worked by the person it was merged into.
    return new Set(planned.map(({ id, mergedIntoId }) => mergedIntoId ?? id));
  }

  /** The shift as it would be afterwards, checked but for overlaps. @throws DomainError as `update` */
  async prepareUpdate(actor: Actor, { id, version, pattern, ...input }: UpdateShiftInput): Promise<PreparedShift> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
    const change = { ...given, ...(pattern == null ? {} : { pattern: toPattern(pattern) }) };
    const shift = { ...(await db.shifts.getById(id)), ...change };
    await this.check(shift);
    return { shift, change, version };
  }

  /** Stores a prepared change in the transaction of the caller. @throws DomainError SHIFT_OVERLAP; CONFLICT */
  async updateIn(actor: Actor, { shift: { id }, change, version }: PreparedShift, session: DbSession): Promise<Shift> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const updated = await db.shifts.update(id, change, { version, now: now() }, { session });
    if (HOURS.some((field) => field in change)) await this.assignments.checkShift(id, session);
    const witnessed = { action: 'SHIFT_UPDATED', target: targetOf(updated), details: { fields: Object.keys(change) } };
    await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    return updated;
  }

  /** @throws DomainError IN_USE if anybody is or was planned with it; CONFLICT if it changed since `version`; NOT_FOUND */
  async remove(actor: Actor, id: string, version: number): Promise<Shift> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    return writeWitnessed(this.context, actor, { action: 'SHIFT_REMOVED', target: targetOf }, async (session) => {
      const planned = await this.assignments.plannedWith(id, session);
      if (planned.length > 0) throw new DomainError('IN_USE', { details: { field: 'id', usedBy: 'employees' } });
      return db.shifts.remove(id, version, { session });
    });
  }

  private async check({ id, start, end, pattern, policyId }: Shift): Promise<void> {
    const policies = await this.context.db.attendancePolicies.listAll();
    if (!policies.some((policy) => policy.policyId === policyId)) {
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'policyId', problem: 'There is no such policy.' } });
    }
    validateShift({ shiftId: id, start, end, policyId, pattern: pattern as never });
  }
}

/** The engine checks what is in it; here it only gets its shape. */
function toPattern(input: ShiftPatternInput): ShiftPattern {
  switch (input.kind) {
    case 'WEEKLY':
      return { kind: 'WEEKLY', weekdays: input.weekdays ?? [] };
    case 'CYCLE':
      return {
        kind: 'CYCLE',
        anchorDate: input.anchorDate ?? '',
        lengthDays: input.lengthDays ?? 0,
        workDays: input.workDays ?? [],
      };
    default:
      return { kind: 'EVERY_DAY' };
  }
}
