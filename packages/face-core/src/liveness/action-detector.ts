import { assertNever, type LivenessAction } from '@rollcall/contracts';
import type { FrameObservation } from './frame-observation.js';

/**
 * How far a frame must differ from the person's own neutral frame before it counts as the action. Differences are taken
 * rather than absolute angles, since cameras hang at different heights and nets have a bias of several degrees.
 */
export const ACTION_THRESHOLDS = {
  turnDegrees: 15,
  lookUpDegrees: 10,
  /** The face is this many times as high in the image. */
  comeCloserRatio: 1.25,
  /** Eyes count as closed below this, and as open above `eyesOpenAbove`. */
  eyesClosedBelow: 0.3,
  eyesOpenAbove: 0.6,
} as const;

/** The neutral frame looks at the camera: within these angles. */
export const NEUTRAL_LIMITS = { yawDegrees: 15, pitchDegrees: 25 } as const;

export function isNeutral(frame: FrameObservation): boolean {
  return (
    Math.abs(frame.yawDegrees) <= NEUTRAL_LIMITS.yawDegrees &&
    Math.abs(frame.pitchDegrees) <= NEUTRAL_LIMITS.pitchDegrees
  );
}

/** True if the frame shows the action, measured against the neutral frame of the same sequence. A NaN shows nothing. */
export function showsAction(action: LivenessAction, frame: FrameObservation, neutral: FrameObservation): boolean {
  const yaw = frame.yawDegrees - neutral.yawDegrees;
  const pitch = frame.pitchDegrees - neutral.pitchDegrees;
  switch (action) {
    case 'TURN_LEFT':
      return yaw >= ACTION_THRESHOLDS.turnDegrees;
    case 'TURN_RIGHT':
      return yaw <= -ACTION_THRESHOLDS.turnDegrees;
    case 'LOOK_UP':
      return pitch >= ACTION_THRESHOLDS.lookUpDegrees && Math.abs(yaw) < ACTION_THRESHOLDS.turnDegrees;
    case 'COME_CLOSER':
      // Whoever steps closer looks at the camera; a turned head never answers both.
      return (
        frame.faceHeightShare >= neutral.faceHeightShare * ACTION_THRESHOLDS.comeCloserRatio &&
        Math.abs(yaw) < ACTION_THRESHOLDS.turnDegrees
      );
    case 'BLINK':
      return (
        frame.eyeOpenness !== null &&
        neutral.eyeOpenness !== null &&
        neutral.eyeOpenness > ACTION_THRESHOLDS.eyesOpenAbove &&
        frame.eyeOpenness < ACTION_THRESHOLDS.eyesClosedBelow
      );
    default:
      return assertNever(action);
  }
}
