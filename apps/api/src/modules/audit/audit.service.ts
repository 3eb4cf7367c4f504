import type { AuditEntry, AuditVerification as ChainVerification, Page } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AuditEntriesArgs } from './audit.inputs.js';
import type { AuditVerification } from './audit.types.js';
import { authoriseWhole, toAuditFilter } from './audit-filter.js';

/** Reads the record of who did what, and follows its chain. */
export class AuditService {
  #running: Promise<AuditVerification> | null = null;

  constructor(
    private readonly context: ServiceContext,
    private readonly verifyChain: () => Promise<ChainVerification>,
  ) {}

  /**
   * Newest first.
   *
   * @throws DomainError FORBIDDEN without `audit:read`, and for who sees some sites only: entries belong to no site;
   *   BAD_USER_INPUT for a `targetId` without its kind
   */
  async list(actor: Actor, { filter, first, after }: AuditEntriesArgs): Promise<Page<AuditEntry>> {
    authoriseWhole(actor);
    return this.context.db.audit.list(toAuditFilter(filter), { first, after });
  }

  /**
   * Follows the whole chain: the work grows with the number of entries, so those who ask meanwhile get the same answer.
   *
   * @throws DomainError FORBIDDEN as for the list
   */
  async verify(actor: Actor): Promise<AuditVerification> {
    authoriseWhole(actor);
    this.#running ??= this.followChain().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  private async followChain(): Promise<AuditVerification> {
    const { db, now } = this.context;
    const checkedAt = now();
    const result = await this.verifyChain();
    const checkedCount = result.isIntact ? result.sealedCount : result.checkedCount;
    const [start, end] = await Promise.all([db.audit.findBySequence(1), db.audit.findBySequence(checkedCount)]);
    return {
      ...{ isIntact: result.isIntact, checkedAt, checkedCount },
      from: checkedCount === 0 ? null : (start?.at ?? null),
      to: checkedCount === 0 ? null : (end?.at ?? null),
      pendingCount: result.isIntact ? result.pendingCount : null,
      fault: result.isIntact ? null : { ...result.firstFault },
    };
  }
}
