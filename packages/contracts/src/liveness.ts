/** What a person is asked to do in front of the camera. Left and right are the person's own. */
export const LIVENESS_ACTIONS = ['TURN_LEFT', 'TURN_RIGHT', 'LOOK_UP', 'BLINK', 'COME_CLOSER'] as const;
export type LivenessAction = (typeof LIVENESS_ACTIONS)[number];

/** Why movements did not show a living person. */
export const LIVENESS_FAILURES = [
  'NO_CHALLENGE',
  'UNKNOWN_CHALLENGE',
  'EXPIRED',
  'TOO_FEW_FRAMES',
  'NO_SINGLE_FACE',
  'REPEATED_FRAME',
  'SEEN_BEFORE',
  'NOT_NEUTRAL_AT_START',
  'DIFFERENT_PERSON',
  'WRONG_ORDER',
  'INCOMPLETE',
] as const;
export type LivenessFailure = (typeof LIVENESS_FAILURES)[number];

/** Whether a face counts without movements that were asked for. */
export const LIVENESS_POLICIES = ['OFF', 'REQUIRED'] as const;
export type LivenessPolicy = (typeof LIVENESS_POLICIES)[number];
