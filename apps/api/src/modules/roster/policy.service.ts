import { type PolicyInput, STATUTORY_BREAK_PRESETS, STATUTORY_BREAKS, validatePolicy } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { AttendancePolicy, DbSession, JsonObject } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { BreakRuleInput, CreatePolicyInput, PolicyLeversInput } from './policy.inputs.js';

/** `null` means "off" for these levers; for all others it is the same as leaving them out. */
const CAN_BE_OFF: ReadonlySet<string> = new Set([
  'halfDayBelowMinutes',
  'absentBelowMinutes',
  'monthlyLateAllowance',
  'monthlyEarlyAllowance',
  'halfDayIfLateMinutes',
  'rounding',
  'overtime',
  'autoCheckOut',
  'processFrom',
]);

export class PolicyService {
  constructor(private readonly context: ServiceContext) {}

  /** Breaks that a law asks for, by country. */
  statutoryBreaks() {
    return STATUTORY_BREAK_PRESETS.map((country) => ({ country, ...STATUTORY_BREAKS[country] }));
  }

  /** All versions of all policies, by policy and number. */
  async list(_actor: Actor): Promise<readonly AttendancePolicy[]> {
    return this.context.db.attendancePolicies.listAll();
  }

  /**
   * A new policy, or the next version of one. Days that are judged already stay as they are until they are computed anew.
   *
   * @throws DomainError BAD_USER_INPUT naming the lever; NOT_FOUND; CONFLICT if somebody else added the next version
   */
  async create(actor: Actor, input: CreatePolicyInput): Promise<AttendancePolicy> {
    authorise(actor, 'employees:write');
    const once = { mutation: 'createAttendancePolicy', input, recall: (id: string) => this.get(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const policy = await this.prepare(actor, input);
      return this.context.db.withTransaction(async (session) => {
        await keep(policy.id, session);
        return this.insertIn(actor, policy, session);
      });
    });
  }

  private async get(id: string): Promise<AttendancePolicy> {
    const policy = (await this.context.db.attendancePolicies.listAll()).find((one) => one.id === id);
    if (policy === undefined) throw new DomainError('NOT_FOUND');
    return policy;
  }

  /** The version as it would be stored, checked. @throws DomainError as `create` */
  async prepare(actor: Actor, input: CreatePolicyInput): Promise<AttendancePolicy> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const policyId = input.policyId ?? newId();
    const former = (await db.attendancePolicies.listAll()).filter((policy) => policy.policyId === policyId);
    if (input.policyId != null && former.length === 0) throw new DomainError('NOT_FOUND');
    const number = former.length + 1;
    const effectiveFrom = input.effectiveFrom ?? null;
    const levers = toLevers(input.levers);
    validatePolicy({ ...(levers as Partial<PolicyInput>), policyId, version: number, effectiveFrom });
    return {
      ...{ id: `${policyId}:${number}`, policyId, number, effectiveFrom, levers },
      name: input.name.trim(),
      createdBy: actorRef(actor),
      createdAt: now(),
    };
  }

  /** Stores a prepared version in the transaction of the caller. @throws DomainError CONFLICT if there is one of its number */
  async insertIn(actor: Actor, policy: AttendancePolicy, session: DbSession): Promise<AttendancePolicy> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const written = await db.attendancePolicies.insert(policy, { session });
    const witnessed = { action: 'POLICY_VERSION_CREATED', target: { kind: 'ATTENDANCE_POLICY', id: policy.id } };
    await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    return written;
  }
}

/** What a policy is stored as: levers that were given, breaks as the rule engine reads them. */
export function toLevers({ breaks, ...input }: PolicyLeversInput): JsonObject {
  const given = Object.entries(input).filter(
    ([name, value]) => value !== undefined && (value !== null || CAN_BE_OFF.has(name)),
  );
  const rules = breaks == null ? {} : { breaks: breaks.map(toBreak) };
  // Inputs are instances of classes with fields left undefined; stored is plain JSON without them.
  return JSON.parse(JSON.stringify({ ...Object.fromEntries(given), ...rules })) as JsonObject;
}

function toBreak({ name, isPaid, start, end, minutes, afterWorkedMinutes, isGradual }: BreakRuleInput) {
  const isWindow = start != null && end != null;
  if (isWindow === (minutes != null)) {
    throw new DomainError('BAD_USER_INPUT', {
      details: { field: 'levers.breaks', problem: 'A break has start and end, or minutes.' },
    });
  }
  return {
    ...(name == null ? {} : { name }),
    isPaid,
    span: isWindow ? { kind: 'WINDOW', start, end } : { kind: 'DURATION', minutes },
    apply:
      afterWorkedMinutes == null
        ? { kind: 'WHEN_MARKED' }
        : { kind: 'AUTOMATIC', afterWorkedMinutes, ...(isGradual == null ? {} : { isGradual }) },
  };
}
