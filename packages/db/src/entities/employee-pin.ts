import type { ActorRef } from './actor.js';

/** The other way to mark attendance, for who has no face registered or whose face fails. Only its hash is kept. */
export interface EmployeePin {
  /** The id of the employee. */
  readonly id: string;
  /** Argon2id. */
  readonly hash: string;
  readonly setBy: ActorRef;
  readonly setAt: Date;
}
