import type { ActorRef, Database, NewAuditEntry, Repositories } from '@rollcall/db';
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
export function auditEntry({ now, newId }: ServiceContext, actor: Actor, witnessed: Witnessed): NewAuditEntry {
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
