import type { ActorRef, Database, DbSession, JsonValue, NewAuditEntry, Repositories } from '@rollcall/db';
import type { Actor } from '../access/actor.js';

/** What every service is given. The clock and the ids come from outside, so that tests decide them. */
export interface ServiceContext {
  readonly db: Repositories & Pick<Database, 'withTransaction'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Stores what the answer of an idempotency key names. Call it in the transaction that writes it; see `onceByKey`. */
export type Keep<A extends JsonValue = string> = (answer: A, session: DbSession) => Promise<void>;

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

type WitnessedWrite<T> = Omit<Witnessed, 'target'> & {
  readonly target: (written: T) => Witnessed['target'];
  /** Of an idempotency key; given the id of the target. */
  readonly keep?: Keep | undefined;
};

/** Writes something and the audit entry about it, wholly or not at all. What `work` writes must take part in its session. */
export function writeWitnessed<T>(
  context: ServiceContext,
  actor: Actor,
  { keep, target, ...witnessed }: WitnessedWrite<T>,
  work: (session: DbSession) => Promise<T>,
): Promise<T> {
  return context.db.withTransaction(async (session) => {
    const written = await work(session);
    const about = target(written);
    await context.db.audit.insert(auditEntry(context, actor, { ...witnessed, target: about }), { session });
    if (about !== null) await keep?.(about.id, session);
    return written;
  });
}
