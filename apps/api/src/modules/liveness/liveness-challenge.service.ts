import type { LivenessFailure } from '@rollcall/contracts';
import type { LivenessChallengeRecord } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';

/** How long the hashes of used frames are kept (docs/adr/0057-active-liveness.md). */
const KEEP_FRAMES_MS = 30 * 24 * 3_600_000;

export type TakenChallenge =
  /** Neither sent nor needed. */
  | { readonly kind: 'NONE' }
  | { readonly kind: 'REFUSED'; readonly failure: LivenessFailure }
  | { readonly kind: 'TAKEN'; readonly challenge: LivenessChallengeRecord; readonly at: Date };

export interface TakeRequest {
  readonly challengeId: string | null;
  /** Who is claimed, as the throttle names people; null: nobody. */
  readonly subject: string | null;
  /** Names the request: it alone may take the challenge again. */
  readonly requestKey: string;
}

/** The store of challenges as the checks of a face use it. */
export class LivenessChallengeService {
  constructor(private readonly context: ServiceContext) {}

  /** Whether faces of this actor count only with movements that were asked for. */
  async isRequired({ kind }: Pick<Actor, 'kind'>): Promise<boolean> {
    const { livenessPolicy, apiKeyLivenessPolicy } = await this.context.db.settings.get();
    return (kind === 'API_KEY' ? apiKeyLivenessPolicy : livenessPolicy) !== 'OFF';
  }

  /** Uses the challenge up, whatever comes of it. Unknown, used, and made for somebody else look the same. */
  async take(actor: Actor, { challengeId, subject, requestKey }: TakeRequest): Promise<TakenChallenge> {
    const refused = (failure: LivenessFailure) => ({ kind: 'REFUSED', failure }) as const;
    if (challengeId === null) return (await this.isRequired(actor)) ? refused('NO_CHALLENGE') : { kind: 'NONE' };
    const { db, now } = this.context;
    const challenge = await db.livenessChallenges.use(challengeId, actorRef(actor), requestKey);
    if (challenge === null || (challenge.subject !== null && challenge.subject !== subject))
      return refused('UNKNOWN_CHALLENGE');
    const at = now();
    return at >= challenge.expiresAt ? refused('EXPIRED') : { kind: 'TAKEN', challenge, at };
  }

  /** Whether any of these frames answered another challenge; from now on they have answered this one. */
  async wereFramesSeen({ id }: LivenessChallengeRecord, pixelHashes: readonly string[]): Promise<boolean> {
    const { db, now } = this.context;
    const until = new Date(now().getTime() + KEEP_FRAMES_MS);
    return (await db.livenessChallenges.keepFrames(id, pixelHashes, until)).wereSeen;
  }

  /** After a fault of ours. If this fails too, the person asks for another one. */
  async giveBack({ id }: LivenessChallengeRecord, requestKey: string): Promise<void> {
    await this.context.db.livenessChallenges.release(id, requestKey).catch(() => undefined);
  }
}
