import { createHash } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, PeriodSignOff } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { checkRange, type DateRange } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { SignOffPeriodInput, WithdrawSignOffInput } from './period.inputs.js';
import { type PeriodScope, readScope } from './period-scope.js';

const MAX_LISTED_DAYS = 1_100;
const targetOf = ({ id }: PeriodSignOff) => ({ kind: 'PERIOD_SIGN_OFF', id });

/** A sign-off, and whether the days still are what was signed. */
export interface CheckedSignOff {
  readonly signOff: PeriodSignOff;
  readonly isCurrent: boolean;
}

/** Managers say that the days of their people are right, before payroll takes them. */
export class SignOffService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Those that touch the dates, latest first. Managers see those of their sites and departments, and of all sites.
   *
   * @throws DomainError BAD_USER_INPUT naming the field
   */
  async list(actor: Actor, range: DateRange): Promise<readonly CheckedSignOff[]> {
    authorise(actor, 'attendance:read');
    checkRange(range, MAX_LISTED_DAYS);
    const found = await this.context.db.periodSignOffs.listTouching(range);
    const checked: CheckedSignOff[] = [];
    for (const signOff of found.filter((one) => isSeen(actor, one))) checked.push(await this.check(signOff));
    return checked;
  }

  private async check(signOff: PeriodSignOff): Promise<CheckedSignOff> {
    const isCurrent = signOff.withdrawnAt === null && (await this.sum(signOff)).digest === signOff.digest;
    return { signOff, isCurrent };
  }

  /**
   * Signs for the days as they are now. Whoever is limited to sites and departments signs for one of them.
   *
   * @throws DomainError BAD_USER_INPUT naming the field: no range, not over yet, days that still lack a mark or are open (how
   * many, in `details`), no days at all; NOT_FOUND for a site or department the actor may not see
   */
  async sign(actor: Actor, input: SignOffPeriodInput): Promise<CheckedSignOff> {
    authorise(actor, 'attendance:manage');
    const scope = await readScope(this.context, input);
    assertMaySignFor(actor, scope);
    const { db, now, newId } = this.context;
    const recall = async (id: string) => this.check(await db.periodSignOffs.getById(id));
    const once = { mutation: 'signOffPeriod', input, recall };
    return onceByKey(this.context, actor, once, (keep) =>
      db.withTransaction(async (session) => {
        const { digest, dayCount, openCount } = await this.sum(scope, session);
        if (dayCount === 0) throw badInput('from', 'There are no days to sign for.');
        if (openCount > 0) throw badInput('to', 'Some days still lack a mark or are not over.', { openCount });
        const at = now();
        const signed = { signedBy: actorRef(actor), signedAt: at, withdrawnAt: null, createdAt: at, updatedAt: at };
        const note = input.note?.trim() || null;
        const made = { id: newId(), ...scope, digest, dayCount, note, ...signed };
        const written = await db.periodSignOffs.insert(made, { session });
        const witnessed = { action: 'PERIOD_SIGNED_OFF', target: targetOf(written), details: { ...scope, digest } };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
        await keep(written.id, session);
        return { signOff: written, isCurrent: true };
      }),
    );
  }

  /**
   * Takes a signature back: one's own, HR any.
   *
   * @throws DomainError CONFLICT if it changed since `version` or is withdrawn already; FORBIDDEN; NOT_FOUND
   */
  async withdraw(actor: Actor, { id, version }: WithdrawSignOffInput): Promise<PeriodSignOff> {
    authorise(actor, 'attendance:manage');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const { signedBy, withdrawnAt } = await db.periodSignOffs.getById(id, { session });
      if (signedBy.id !== actor.id && !hasScope(actor, 'employees:write'))
        throw new DomainError('FORBIDDEN', { internal: 'signed by somebody else' });
      if (withdrawnAt !== null) throw new DomainError('CONFLICT', { internal: 'withdrawn already' });
      const at = now();
      const written = await db.periodSignOffs.update(id, { withdrawnAt: at }, { version, now: at }, { session });
      const witnessed = { action: 'PERIOD_SIGN_OFF_WITHDRAWN', target: targetOf(written) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return written;
    });
  }

  private async sum({ from, to, siteId, departmentId }: PeriodScope, session?: DbSession) {
    const days = await this.context.db.dayRecords.listDigests({ from, to, siteId, departmentId }, { session });
    const hash = createHash('sha256');
    for (const { id, digest } of days) hash.update(`${id} ${digest}\n`);
    const isOpen = (status: string) => status === 'MISSING_MARK' || status === 'IN_PROGRESS';
    const openCount = days.filter(({ status }) => isOpen(status)).length;
    return { digest: hash.digest('hex'), dayCount: days.length, openCount };
  }
}

/** The own sites and departments; of what is about all sites only what is about all departments too, or about an own one. */
function isSeen({ siteIds, departmentIds }: Actor, { siteId, departmentId }: PeriodScope): boolean {
  if (siteIds === null || (departmentId !== null && departmentIds.includes(departmentId))) return true;
  if (siteId !== null) return siteIds.includes(siteId);
  return departmentId === null || siteIds.length > 0;
}

/** @throws DomainError BAD_USER_INPUT if nothing is named; NOT_FOUND for what is not the actor's own */
function assertMaySignFor({ siteIds, departmentIds }: Actor, { siteId, departmentId }: PeriodScope): void {
  if (siteIds === null || (departmentId !== null && departmentIds.includes(departmentId))) return;
  if (siteId !== null && siteIds.includes(siteId)) return;
  if (siteId !== null || (departmentId !== null && siteIds.length === 0)) throw new DomainError('NOT_FOUND');
  if (siteIds.length === 0) throw badInput('departmentId', 'Name the department you sign for.');
  throw badInput('siteId', 'Name the site you sign for.');
}
