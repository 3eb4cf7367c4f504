import { DomainError } from '@rollcall/contracts';
import type { FinalisedPeriod } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { checkRange } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput } from '../../services/bad-input.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { FinalisePeriodInput, ReopenPeriodInput } from './period.inputs.js';

const MAX_PERIOD_DAYS = 366;
const targetOf = ({ id }: FinalisedPeriod) => ({ kind: 'FINALISED_PERIOD', id });

export class PeriodService {
  constructor(private readonly context: ServiceContext) {}

  /** All of them, latest first, reopened ones too. */
  async list(actor: Actor): Promise<readonly FinalisedPeriod[]> {
    authorise(actor, 'attendance:read');
    return this.context.db.finalisedPeriods.listAll();
  }

  /**
   * Locks the verdicts of these dates. Marks that arrive for them later are kept and change nothing until it is reopened.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, not over yet, unknown site; CONFLICT if some of it is
   * finalised already
   */
  async finalise(actor: Actor, input: FinalisePeriodInput): Promise<FinalisedPeriod> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const { from, to } = input;
    const siteId = input.siteId ?? null;
    checkRange({ from, to }, MAX_PERIOD_DAYS);
    const at = now();
    // The earliest date anywhere on earth: a period is over when it is over everywhere.
    if (to >= localDateOf(at, 'Etc/GMT+12')) throw badInput('to', 'The period is not over yet.');
    if (siteId !== null && (await db.sites.findById(siteId)) === null)
      throw badInput('siteId', 'There is no such site.');
    const period = {
      ...{ id: newId(), from, to, siteId, finalisedBy: actorRef(actor), finalisedAt: at },
      ...{ reopenedBy: null, reopenedAt: null, reopenReason: null, createdAt: at, updatedAt: at },
    };
    return db.withTransaction(async (session) => {
      const others = await db.finalisedPeriods.listInForce({ from, to }, { session });
      if (others.some((other) => other.siteId === null || siteId === null || other.siteId === siteId))
        throw new DomainError('CONFLICT', { internal: 'some of these dates are finalised already' });
      const written = await db.finalisedPeriods.insert(period, { session });
      const days = await db.dayRecords.setFinal({ from, to, siteId }, true, { session });
      const witnessed = { action: 'PERIOD_FINALISED', target: targetOf(written), details: { from, to, siteId, days } };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return written;
    });
  }

  /** @throws DomainError CONFLICT if it changed since `version` or is open already; NOT_FOUND */
  async reopen(actor: Actor, { id, version, reason }: ReopenPeriodInput): Promise<FinalisedPeriod> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const { reopenedAt, from, to, siteId } = await db.finalisedPeriods.getById(id, { session });
      if (reopenedAt !== null) throw new DomainError('CONFLICT', { internal: 'reopened already' });
      const at = now();
      const change = { reopenedBy: actorRef(actor), reopenedAt: at, reopenReason: reason.trim() };
      const written = await db.finalisedPeriods.update(id, change, { version, now: at }, { session });
      await db.dayRecords.setFinal({ from, to, siteId }, false, { session });
      const witnessed = {
        action: 'PERIOD_REOPENED',
        target: targetOf(written),
        details: { reason: change.reopenReason },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return written;
    });
  }
}
