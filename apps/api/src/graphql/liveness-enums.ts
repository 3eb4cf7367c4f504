import type { LivenessAction, LivenessFailure, LivenessPolicy } from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export const LivenessActionEnum = describedEnum<LivenessAction>(
  'LivenessAction',
  'A movement in front of the camera. Left and right are the person’s own.',
  {
    TURN_LEFT: 'Turn the head to your left.',
    TURN_RIGHT: 'Turn the head to your right.',
    LOOK_UP: 'Raise the chin and look up.',
    BLINK: 'Close both eyes for a moment.',
    COME_CLOSER: 'Come closer to the camera, looking into it.',
  },
);

export const LivenessFailureEnum = describedEnum<LivenessFailure>(
  'LivenessFailure',
  'Why the movements did not show a living person.',
  {
    NO_CHALLENGE: 'Movements are required, and no challenge was sent.',
    UNKNOWN_CHALLENGE: 'There is no such challenge for this caller and person, or it was used already.',
    EXPIRED: 'The challenge is too old.',
    TOO_FEW_FRAMES: 'There are fewer frames than one to begin with and one for each movement.',
    NO_SINGLE_FACE: 'A frame shows no face, or several.',
    REPEATED_FRAME: 'The same picture was sent twice.',
    SEEN_BEFORE: 'A frame answered another challenge before.',
    NOT_NEUTRAL_AT_START: 'The first frame does not look into the camera.',
    DIFFERENT_PERSON: 'The pictures do not show one person all along.',
    WRONG_ORDER: 'A movement came that was not asked for then.',
    INCOMPLETE: 'Not every movement was seen.',
  },
);

export const LivenessPolicyEnum = describedEnum<LivenessPolicy>(
  'LivenessPolicy',
  'Whether a face counts without movements that were asked for.',
  {
    OFF: 'A face counts without movements. Those that are sent are checked all the same.',
    REQUIRED: 'A face counts only with the movements of a challenge.',
  },
);
