import { DomainError, type SecondFactorRefusal } from '@rollcall/contracts';
import type { DbSession, Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { hashPassword, verifyPassword } from '../../auth/password-hash.js';
import { type Claim, claimedEmployee, pinSubject, throttleSubject } from '../../services/claimed-employee.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import { weaknessOf } from './pin-rules.js';
import { PinUseRule } from './pin-use-rule.js';

export interface PinCheck {
  readonly outcome: 'MATCH' | 'PIN_MISMATCH' | 'PIN_NOT_ALLOWED' | 'LOCKED_OUT';
  /** Null: unknown, or not this actor's to see. */
  readonly employee: Employee | null;
}

/** How the PIN beside a face ended, and how to count it: settle it in the transaction of what follows from it. */
export interface SecondFactor {
  readonly outcome: 'MATCH' | SecondFactorRefusal | 'LOCKED_OUT';
  readonly settle: (session: DbSession) => Promise<void>;
}

/** A hash of nothing, so that unknown people cost the same work as known ones. */
let decoy: Promise<string> | undefined;

export class PinService {
  private readonly useRule: PinUseRule;

  /** `modelId`: of the face model in use; who has no template of it has no face to show. */
  constructor(
    private readonly context: ServiceContext,
    modelId: string,
  ) {
    this.useRule = new PinUseRule(context, modelId);
  }

  /**
   * Gives a person a PIN, in place of the one there may be. It can be read by nobody afterwards.
   *
   * @throws DomainError BAD_USER_INPUT if it is too easy to guess; NOT_FOUND
   */
  async set(actor: Actor, employeeId: string, pin: string): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const employee = await db.employees.getById(employeeId);
    const problem = weaknessOf(pin, employee.number);
    if (problem !== null) throw new DomainError('BAD_USER_INPUT', { details: { field: 'pin', problem } });
    const hash = await hashPassword(pin);
    return this.change(actor, employee, 'PIN_SET', (session) =>
      db.employeePins.set({ id: employee.id, hash, setBy: actorRef(actor), setAt: now() }, { session }),
    );
  }

  /** The person can no longer mark by PIN. Doing it twice changes nothing. @throws DomainError NOT_FOUND */
  async remove(actor: Actor, employeeId: string): Promise<Employee> {
    authorise(actor, 'employees:write');
    const employee = await this.context.db.employees.getById(employeeId);
    return this.change(actor, employee, 'PIN_REMOVED', (session) =>
      this.context.db.employeePins.remove(employee.id, { session }),
    );
  }

  /**
   * Checks a PIN and writes what follows from it together with its count in the throttle. A wrong PIN, a person without one, one
   * who left and an unknown number all get the same answer after the same work. That a PIN may not be used is told to nobody
   * but who knows it; where no PIN may be used at all, to everybody.
   */
  async check<T>(
    actor: Actor,
    claim: Claim,
    pin: string,
    conclude: (check: PinCheck, session: DbSession) => Promise<T>,
  ): Promise<T> {
    const { db, now } = this.context;
    const employee = await claimedEmployee(this.context, actor, claim);
    const subject = pinSubject(throttleSubject(employee, claim));
    const refuse = (outcome: 'LOCKED_OUT' | 'PIN_NOT_ALLOWED') =>
      retryDuplicate(() => db.withTransaction((session) => conclude({ outcome, employee }, session)));
    const use = await this.useRule.read();
    if (use.pinUse === 'NEVER') return refuse('PIN_NOT_ALLOWED');
    const gate = await db.throttles.begin(subject, `${actor.kind}:${actor.id}`, now());
    if (gate.state !== 'OPEN') return refuse('LOCKED_OUT');
    const isRight = await this.isRight(employee, pin);
    const isAllowed = isRight && employee !== null && (await this.useRule.allows(use, employee, actor));
    const outcome = isAllowed ? 'MATCH' : isRight ? 'PIN_NOT_ALLOWED' : 'PIN_MISMATCH';
    return retryDuplicate(() =>
      db.withTransaction(async (session) => {
        await db.throttles.settle(gate.ticket, isRight ? 'SUCCESS' : 'FAILURE', now(), { session });
        return conclude({ outcome, employee }, session);
      }),
    );
  }

  /**
   * Looks at the PIN of somebody whose face was recognised and who needs both. Wrong ones count as they do for marks by PIN. Whoever was never given one is
   * refused: nothing stands in for it.
   */
  async checkBesideFace(actor: Actor, employee: Employee, pin: string | null): Promise<SecondFactor> {
    const { db, now } = this.context;
    const refused = (outcome: SecondFactor['outcome']): SecondFactor => ({ outcome, settle: async () => undefined });
    if ((await db.employeePins.find(employee.id)) === null) return refused('PIN_NOT_SET');
    if (pin === null) return refused('PIN_REQUIRED');
    const gate = await db.throttles.begin(pinSubject(employee.id), `${actor.kind}:${actor.id}`, now());
    if (gate.state !== 'OPEN') return refused('LOCKED_OUT');
    const isRight = await this.isRight(employee, pin);
    return {
      outcome: isRight ? 'MATCH' : 'PIN_MISMATCH',
      settle: async (session) => {
        await db.throttles.settle(gate.ticket, isRight ? 'SUCCESS' : 'FAILURE', now(), { session });
      },
    };
  }

  private async isRight(employee: Employee | null, pin: string): Promise<boolean> {
    const stored = employee === null ? null : await this.context.db.employeePins.find(employee.id);
    decoy ??= hashPassword('no PIN at all');
    const matches = await verifyPassword({ hash: stored?.hash ?? (await decoy), password: pin });
    return matches && stored !== null && employee?.status === 'ACTIVE';
  }

  private async change(
    actor: Actor,
    employee: Employee,
    action: string,
    work: (session: DbSession) => Promise<unknown>,
  ): Promise<Employee> {
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      await work(session);
      await db.throttles.unlock(pinSubject(employee.id), now(), { session });
      const witnessed = { action, target: employeeTarget(employee.id) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return employee;
    });
  }
}
