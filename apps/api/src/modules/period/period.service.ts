import { DomainError } from '@rollcall/contracts';
import type { DbSession, FinalisedPeriod } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { onceByKey } from '../../services/once-by-key.js';
import { onePeriodAtATime } from '../../services/period-lock.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { PayrollService } from './payroll.service.js';
import type { FinalisePeriodInput, PeriodInput, ReopenPeriodInput } from './period.inputs.js';
import { type PeriodScope, readScope, scopesTouch } from './period-scope.js';

/** What of a period somebody should look at first, in days. */
export interface PeriodReadiness {
  readonly dayCount: number;
  readonly missingMarkCount: number;
  readonly inProgressCount: number;
  /** Both of these. */
  readonly unresolvedCount: number;
  /** Closed although a device had not reported. */
  readonly provisionalCount: number;
}

const targetOf = ({ id }: FinalisedPeriod) => ({ kind: 'FINALISED_PERIOD', id });

export class PeriodService {
  constructor(
    private readonly context: ServiceContext,
    private readonly payroll: PayrollService,
  ) {}

  /** All of them, latest first, reopened ones too. */
  async list(actor: Actor): Promise<readonly FinalisedPeriod[]> {
    authorise(actor, 'attendance:read');
    return this.context.db.finalisedPeriods.listAll();
  }

  /** What is unresolved in a period. @throws DomainError BAD_USER_INPUT naming the field, as `finalise` */
  async readiness(actor: Actor, input: PeriodInput): Promise<PeriodReadiness> {
    authorise(actor, 'employees:write');
    return this.count(await readScope(this.context, input));
  }

  /**
   * Locks the verdicts of these dates and keeps what payroll takes of each person. Marks that arrive for them later are kept
   * and change nothing until it is reopened; what they would change can be asked for as retro deltas.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, not over yet, unknown site or department; CONFLICT if some
   * of it is finalised already, or other days are unresolved than `input.unresolvedCount` says
   */
  async finalise(actor: Actor, input: FinalisePeriodInput): Promise<FinalisedPeriod> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'finalisePeriod', input, recall: (id: string) => db.finalisedPeriods.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const scope = await readScope(this.context, input);
      const at = now();
      const period = {
        ...{ id: newId(), ...scope, finalisedBy: actorRef(actor), finalisedAt: at },
        ...{ reopenedBy: null, reopenedAt: null, reopenReason: null, createdAt: at, updatedAt: at },
      };
      return db.withTransaction(async (session) => {
        await onePeriodAtATime(this.context, period.id, session);
        const others = await db.finalisedPeriods.listInForce(scope, { session });
        if (others.some((other) => scopesTouch(other, scope)))
          throw new DomainError('CONFLICT', { internal: 'some of these dates are finalised already' });
        const { missingMarkCount, inProgressCount, unresolvedCount } = await this.count(scope, session);
        if (input.unresolvedCount != null && input.unresolvedCount !== unresolvedCount)
          throw new DomainError('CONFLICT', { details: { unresolvedCount } });
        const written = await db.finalisedPeriods.insert(period, { session });
        const days = await db.dayRecords.setFinal(scope, true, { session });
        const paid = await this.payroll.paidOf(written, session);
        await db.paidPeriods.insertMany(paid, { session });
        const details = { ...scope, days, people: paid.length, missingMarkCount, inProgressCount };
        const witnessed = { action: 'PERIOD_FINALISED', target: targetOf(written), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
        await keep(written.id, session);
        return written;
      });
    });
  }

  /** @throws DomainError CONFLICT if it changed since `version` or is open already; NOT_FOUND */
  async reopen(actor: Actor, { id, version, reason }: ReopenPeriodInput): Promise<FinalisedPeriod> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const { reopenedAt, from, to, siteId, departmentId } = await db.finalisedPeriods.getById(id, { session });
      if (reopenedAt !== null) throw new DomainError('CONFLICT', { internal: 'reopened already' });
      const at = now();
      const change = { reopenedBy: actorRef(actor), reopenedAt: at, reopenReason: reason.trim() };
      const written = await db.finalisedPeriods.update(id, change, { version, now: at }, { session });
      await db.dayRecords.setFinal({ from, to, siteId, departmentId }, false, { session });
      const witnessed = {
        action: 'PERIOD_REOPENED',
        target: targetOf(written),
        details: { reason: change.reopenReason },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return written;
    });
  }

  private async count({ from, to, siteId, departmentId }: PeriodScope, session?: DbSession): Promise<PeriodReadiness> {
    const { dayRecords } = this.context.db;
    const scope = { from, to, siteId, departmentId };
    const dayCount = await dayRecords.count(scope, { session });
    const missingMarkCount = await dayRecords.count({ ...scope, status: 'MISSING_MARK' }, { session });
    const inProgressCount = await dayRecords.count({ ...scope, status: 'IN_PROGRESS' }, { session });
    const provisionalCount = await dayRecords.count({ ...scope, flag: 'PROVISIONAL' }, { session });
    const unresolvedCount = missingMarkCount + inProgressCount;
    return { dayCount, missingMarkCount, inProgressCount, unresolvedCount, provisionalCount };
  }
}
