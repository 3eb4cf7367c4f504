import { assertNever, LIMITS, type LivenessFailure } from '@rollcall/contracts';
import type { AttemptLiveness, LivenessChallengeRecord } from '@rollcall/db';
import { orNull } from '../../graphql/or-null.js';
import type { LivenessChallenge, LivenessReport } from './liveness.types.js';

export function toLivenessChallenge({ id, actions, expiresAt }: LivenessChallengeRecord): LivenessChallenge {
  return { id, actions, expiresAt, maxFrames: LIMITS.maxVerificationFrames };
}

export function toLivenessReport({ failure, completedActions }: AttemptLiveness): LivenessReport {
  return { isLive: failure === null, failure, completedActions, hint: orNull(failure, hintOf) };
}

function hintOf(failure: LivenessFailure): string {
  switch (failure) {
    case 'NO_CHALLENGE':
      return 'A check with movements is required here. Start one and follow it.';
    case 'UNKNOWN_CHALLENGE':
    case 'EXPIRED':
      return 'These movements are not valid any more. Start again and follow the new ones.';
    case 'TOO_FEW_FRAMES':
    case 'INCOMPLETE':
      return 'Not every movement was seen. Make each one clearly and hold it for a moment.';
    case 'NO_SINGLE_FACE':
      return 'Stay in the picture, alone, while you move.';
    case 'REPEATED_FRAME':
    case 'SEEN_BEFORE':
      return 'The pictures are not new. Move in front of the camera now.';
    case 'NOT_NEUTRAL_AT_START':
      return 'Look straight into the camera to begin with.';
    case 'DIFFERENT_PERSON':
      return 'The pictures do not seem to show one person. Only one may be in front of the camera, in even light.';
    case 'WRONG_ORDER':
      return 'Make the movements one after the other, in the order that is shown.';
    default:
      return assertNever(failure);
  }
}
