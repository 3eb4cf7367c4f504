import type { ActorRef, Database, DbSession, NewAuditEntry, Repositories } from '@rollcall/db';
import type { Actor } from '../access/actor.js';

/** What every service is given. The clock and the ids come from outside, so that tests decide them. */
export interface ServiceContext {
  readonly db: Repositories & Pick<Database, 'withTransaction'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

export const actorRef = (actor: Actor): ActorRef => ({ kind: actor.kind, id: actor.id });

type Witnessed = Pick<NewAuditEntry, 'action' | 'target'> & Partial<Pick<NewAuditEntry, 'outcome' | 'details'>>;

/** An audit entry of this moment. Insert it in the transaction of what it witnesses. */
export function auditEntry(
  { now, newId }: Pick<ServiceContext, 'now' | 'newId'>,
  actor: Actor,
  witnessed: Witnessed,
): NewAuditEntry {
  return {
    id: newId(),
    at: now(),
    actor: actorRef(actor),
    requestId: actor.requestId,
    outcome: 'DONE',
    details: {},
    ...witnessed,
  };
}

export const employeeTarget = (id: string) => ({ kind: 'EMPLOYEE', id });

/** Writes something and the audit entry about it, wholly or not at all. What `work` writes must take part in its session. */
export function writeWitnessed<T>(
  context: ServiceContext,
  actor: Actor,
  witnessed: Omit<Witnessed, 'target'> & { readonly target: (written: T) => Witnessed['target'] },
  work: (session: DbSession) => Promise<T>,
): Promise<T> {
  return context.db.withTransaction(async (session) => {
    const written = await work(session);
    const entry = auditEntry(context, actor, { ...witnessed, target: witnessed.target(written) });
    await context.db.audit.insert(entry, { session });
    return written;
  });
}
