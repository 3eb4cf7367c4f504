import { DomainError, type LivenessFailure } from '@rollcall/contracts';
import type { LivenessChallengeRecord } from '@rollcall/db';
import {
  type CaptureResult,
  type FaceEngine,
  type FrameObservation,
  type PadReport,
  verifyLiveness,
} from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import { pictureOf, type SeenFace, type SeenPicture, type ShownFace } from '../../services/shown-face.js';
import type { LivenessChallengeService } from '../liveness/liveness-challenge.service.js';
import { captureFrames } from './capture-frames.js';
import { judgePads, padOfEachFrame } from './pad-verdict.js';

/** For whom the face is shown. */
export interface Showing {
  /** Who is claimed, as the throttle names people; null: nobody. */
  readonly subject: string | null;
  /** Names the request, so that a challenge serves one. */
  readonly requestKey: string;
}

/**
 * From the pictures of one person to one face to compare, or the reason why there is none: a single image, several frames of
 * a moment, or an image with the frames of a challenge. Keeps nothing between calls.
 */
export class ShownFaceCheck {
  constructor(
    private readonly engine: FaceEngine,
    private readonly challenges: LivenessChallengeService,
  ) {}

  /** @throws DomainError the errors of image and engine; after those that a retry may mend, the challenge is still good */
  async look(actor: Actor, shown: ShownFace, { subject, requestKey }: Showing): Promise<SeenFace> {
    const taken = await this.challenges.take(actor, { challengeId: shown.challengeId, subject, requestKey });
    if (taken.kind === 'REFUSED') return failed(taken.failure, NOTHING_SEEN);
    if (taken.kind === 'NONE') return captureFrames(this.engine, actor.padPolicy, shown);
    try {
      return await this.lookAtMovements(actor, shown, taken.challenge, taken.at);
    } catch (error) {
      if (!(error instanceof DomainError) || mayBeMended(error))
        await this.challenges.giveBack(taken.challenge, requestKey);
      throw error;
    }
  }

  /** The image passes its own gates first: cheap, and most mistakes show there. */
  private async lookAtMovements(
    actor: Actor,
    { image, frames }: ShownFace,
    challenge: LivenessChallengeRecord,
    at: Date,
  ): Promise<SeenFace> {
    const capture = await this.engine.capture(image, { pad: padOfEachFrame });
    const picture = pictureOf(image, capture);
    if (capture.outcome !== 'CAPTURED') return { outcome: capture.outcome, capture, liveness: null, picture };
    const looked = { capture, picture };
    const seen = await Promise.all(frames.map((frame) => this.engine.observe(frame)));
    const observations: FrameObservation[] = [];
    const pads: PadReport[] = capture.pad === null ? [] : [capture.pad];
    for (const frame of seen) {
      if (frame.outcome !== 'OBSERVED') return failed('NO_SINGLE_FACE', looked);
      observations.push(frame.observation);
      pads.push(frame.pad);
    }
    const hashes = observations.map(({ pixelHash }) => pixelHash);
    if (hashes.length > 0 && (await this.challenges.wereFramesSeen(challenge, hashes)))
      return failed('SEEN_BEFORE', looked);
    const { embedding } = capture;
    const result = verifyLiveness(toChallenge(challenge), observations, {
      nowMs: at.getTime(),
      subject: { embedding, threshold: this.engine.operatingPoint('VERIFY').threshold },
      samePersonThreshold: this.engine.samePersonThreshold,
    });
    if (result.outcome !== 'LIVE') return failed(result.reason, looked, result.completedActions);
    const liveness = { failure: null, completedActions: challenge.actions.length };
    const { pad, isRefused } = judgePads(actor.padPolicy, pads);
    if (isRefused) return { outcome: 'PRESENTATION_ATTACK', capture: { ...capture, pad }, liveness, picture };
    return { outcome: 'CAPTURED', capture: { ...capture, pad }, probes: [embedding], liveness, picture };
  }
}

interface Looked {
  readonly capture: CaptureResult | null;
  readonly picture: SeenPicture | null;
}

const NOTHING_SEEN: Looked = { capture: null, picture: null };

function failed(failure: LivenessFailure, looked: Looked, completedActions = 0): SeenFace {
  return { outcome: 'LIVENESS_FAILED', ...looked, liveness: { failure, completedActions } };
}

const mayBeMended = ({ code }: DomainError): boolean => code === 'ENGINE_BUSY' || code === 'ENGINE_TIMEOUT';

function toChallenge({ id, actions, issuedAt, expiresAt }: LivenessChallengeRecord) {
  return { id, actions, issuedAtMs: issuedAt.getTime(), expiresAtMs: expiresAt.getTime() };
}
