import { LIVENESS_ACTIONS, type LivenessAction, type LivenessFailure } from '@rollcall/contracts';
import type { Embedding } from '../embed/embedding.js';
import { isNeutral, showsAction } from './action-detector.js';
import type { LivenessChallenge } from './challenge.js';
import type { FrameObservation } from './frame-observation.js';

export type LivenessResult =
  | { readonly outcome: 'LIVE' }
  | { readonly outcome: 'LIVENESS_FAILED'; readonly reason: LivenessFailure; readonly completedActions: number };

export interface VerifyLivenessOptions {
  readonly nowMs: number;
  /**
   * Cosine similarity that every frame must reach with the neutral one. Turned faces are less alike than frontal ones, so
   * this is looser than the 1:1 point; the frame that is compared with the template still has to pass the 1:1 point.
   */
  readonly samePersonThreshold: number;
  /** The picture that is compared with the template: the neutral frame must match it, and every other be like it too. */
  readonly subject: { readonly embedding: Embedding; readonly threshold: number };
}

/**
 * Did the person do what was asked, in the asked order, and is it one person all along?
 *
 * The first frame is the neutral one. After it, each frame may hold the current action, show the next one, or show none
 * (the way back). A frame that shows only an action which is neither the current nor the next one fails the sequence.
 * The nonce (one use of a challenge) is the caller's: it needs the store.
 *
 * @param frames in the order of capture, 1 neutral + at least one for each action
 */
export function verifyLiveness(
  challenge: LivenessChallenge,
  frames: readonly FrameObservation[],
  options: VerifyLivenessOptions,
): LivenessResult {
  const fail = (reason: LivenessFailure, completedActions = 0): LivenessResult => ({
    outcome: 'LIVENESS_FAILED',
    reason,
    completedActions,
  });
  if (options.nowMs >= challenge.expiresAtMs) return fail('EXPIRED');
  const [neutral, ...others] = frames;
  if (neutral === undefined || others.length < challenge.actions.length) return fail('TOO_FEW_FRAMES');
  if (new Set(frames.map((frame) => frame.pixelHash)).size !== frames.length) return fail('REPEATED_FRAME');
  if (!isNeutral(neutral)) return fail('NOT_NEUTRAL_AT_START');
  if (!isOnePerson(neutral, others, options)) return fail('DIFFERENT_PERSON');

  let completed = 0;
  for (const frame of others) {
    const step = nextStep(challenge.actions, completed, frame, neutral);
    if (step === 'WRONG_ORDER') return fail('WRONG_ORDER', completed);
    completed = step;
  }
  return completed === challenge.actions.length ? { outcome: 'LIVE' } : fail('INCOMPLETE', completed);
}

/** How many actions are done after this frame, or that it shows something that was not asked for now. */
function nextStep(
  actions: readonly LivenessAction[],
  completed: number,
  frame: FrameObservation,
  neutral: FrameObservation,
): number | 'WRONG_ORDER' {
  const wanted = actions[completed];
  if (wanted !== undefined && showsAction(wanted, frame, neutral)) return completed + 1;
  const held = actions[completed - 1];
  if (held !== undefined && showsAction(held, frame, neutral)) return completed;
  // Coming closer and blinking happen by themselves while a head turns; only a turn that was not asked for now is an order of
  // its own.
  const isUnasked = LIVENESS_ACTIONS.filter(isPose).some((action) => showsAction(action, frame, neutral));
  return isUnasked ? 'WRONG_ORDER' : completed;
}

function isPose(action: LivenessAction): boolean {
  return action === 'TURN_LEFT' || action === 'TURN_RIGHT' || action === 'LOOK_UP';
}

function isOnePerson(
  neutral: FrameObservation,
  others: readonly FrameObservation[],
  { subject, samePersonThreshold }: VerifyLivenessOptions,
): boolean {
  if (!isAlike(subject.embedding, neutral.embedding, subject.threshold)) return false;
  return others.every(
    ({ embedding }) =>
      isAlike(neutral.embedding, embedding, samePersonThreshold) &&
      isAlike(subject.embedding, embedding, samePersonThreshold),
  );
}

/** Never true of embeddings that cannot be compared, or of a similarity that is not a number. */
function isAlike(a: Embedding, b: Embedding, threshold: number): boolean {
  if (a.modelId !== b.modelId || a.vector.length !== b.vector.length) return false;
  let similarity = 0;
  for (let i = 0; i < a.vector.length; i += 1) similarity += (a.vector[i] as number) * (b.vector[i] as number);
  return similarity >= threshold;
}
