import type { LivenessAction } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

/** What somebody was asked to do in front of the camera. Good for one check of the actor it was made for. */
export interface LivenessChallengeRecord {
  readonly id: string;
  readonly actor: ActorRef;
  /** The only person it may be used for, as the throttle names people; null: whoever. */
  readonly subject: string | null;
  /** In the order in which they must be seen. */
  readonly actions: readonly LivenessAction[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Names the one request that took it; null: not used yet. */
  readonly usedBy: string | null;
  /** SHA-256 of the pixels of the frames that answered it, so that they never answer another. Not the frames. */
  readonly frameHashes: readonly string[];
  /** When the record goes. */
  readonly deleteAt: Date;
}
