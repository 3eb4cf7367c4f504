import type { LivenessAction } from '@rollcall/contracts';

export interface LivenessChallenge {
  readonly id: string;
  /** In the order in which they must be seen. */
  readonly actions: readonly LivenessAction[];
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

export interface IssueChallengeOptions {
  readonly id: string;
  readonly nowMs: number;
  /** Uniform in [0, 1), from a cryptographic source: a challenge that can be foreseen can be filmed beforehand. */
  readonly random: () => number;
  /** Actions this deployment can verify. Default: all but BLINK, which is untested on live video. */
  readonly vocabulary?: readonly LivenessAction[];
  /** Default 3. */
  readonly length?: number;
  /** Default 60,000. */
  readonly lifetimeMs?: number;
}

const DEFAULT_VOCABULARY: readonly LivenessAction[] = ['TURN_LEFT', 'TURN_RIGHT', 'LOOK_UP', 'COME_CLOSER'];
const DEFAULT_LENGTH = 3;
const DEFAULT_LIFETIME_MS = 60_000;

/**
 * Draws the actions. The same action never stands twice in a row, as holding still would answer both.
 *
 * @throws RangeError if the vocabulary has fewer than two actions or the length is below 2
 */
export function issueChallenge(options: IssueChallengeOptions): LivenessChallenge {
  const vocabulary = [...new Set(options.vocabulary ?? DEFAULT_VOCABULARY)];
  const length = options.length ?? DEFAULT_LENGTH;
  if (vocabulary.length < 2 || length < 2) throw new RangeError('A challenge needs two different actions at least.');
  const actions: LivenessAction[] = [];
  while (actions.length < length) {
    const choices = vocabulary.filter((action) => action !== actions.at(-1));
    actions.push(choices[Math.floor(options.random() * choices.length)] as LivenessAction);
  }
  const lifetimeMs = options.lifetimeMs ?? DEFAULT_LIFETIME_MS;
  return { id: options.id, actions, issuedAtMs: options.nowMs, expiresAtMs: options.nowMs + lifetimeMs };
}
