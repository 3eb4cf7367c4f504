import type {
  CaptureRefusal,
  ComparisonOutcome,
  IdentificationOutcome,
  RecordAttendanceOutcome,
  RegisterFaceOutcome,
  SecondFactorRefusal,
  VerificationOutcome,
} from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

const REFUSED_IMAGE: Readonly<Record<CaptureRefusal, string>> = {
  NO_FACE: 'No face was found.',
  MULTIPLE_FACES: 'There is more than one face.',
  LOW_QUALITY: 'The picture of the face is not good enough; the quality report says why.',
  PRESENTATION_ATTACK: 'It looks like a picture of a person, or attack detection gave no usable score.',
};
const REFUSED_FACE = {
  ...REFUSED_IMAGE,
  LIVENESS_FAILED: 'The movements that were asked for did not show a living person; the attempt says why.',
  LOCKED_OUT: 'Too many failures: paused for a while, or off until HR allows it again.',
};
const REFUSED_PIN: Readonly<Record<SecondFactorRefusal, string>> = {
  PIN_REQUIRED: 'The face fits, and this person needs the PIN beside it.',
  PIN_MISMATCH: 'The PIN is not the right one.',
  PIN_NOT_SET: 'The face fits, but this person needs a PIN beside it and was never given one.',
};
const NON_MATCH = 'The face is not the one it should be.';
const NOT_ENROLLED = 'There is no face to compare with. A number that does not exist answers the same.';
const NO_MATCH = 'Nobody who is registered looks like this.';
const AMBIGUOUS = 'Several people are too much alike, or too many are registered to be certain.';

export const RegisterFaceOutcomeEnum = describedEnum<RegisterFaceOutcome>(
  'RegisterFaceOutcome',
  'How a registration, or one photo of it, ended.',
  {
    REGISTERED: 'The face is stored.',
    ...REFUSED_IMAGE,
    DUPLICATE_FACE: 'Somebody else is registered with this face. Nothing was stored.',
    INCONSISTENT_IMAGES: 'The photos, or the face that is stored already, do not show one person. Nothing was stored.',
  },
);

export const VerificationOutcomeEnum = describedEnum<VerificationOutcome>(
  'VerificationOutcome',
  'How a check of one person ended.',
  { MATCH: 'It is the person.', NON_MATCH, NOT_ENROLLED, ...REFUSED_FACE, ...REFUSED_PIN },
);

export const IdentificationOutcomeEnum = describedEnum<IdentificationOutcome>(
  'IdentificationOutcome',
  'How a search among all faces ended.',
  { MATCH: 'One person was found.', NO_MATCH, AMBIGUOUS, ...REFUSED_FACE },
);

export const ComparisonOutcomeEnum = describedEnum<ComparisonOutcome>(
  'ComparisonOutcome',
  'How a comparison of two images ended.',
  { MATCH: 'Both show one person.', NON_MATCH: 'They show two people.', ...REFUSED_IMAGE },
);

export const RecordAttendanceOutcomeEnum = describedEnum<RecordAttendanceOutcome>(
  'RecordAttendanceOutcome',
  'How a try to mark attendance ended.',
  {
    RECORDED: 'The mark is kept.',
    DOUBLE_TAP: 'The mark is kept, and came so soon after the one before that the rules do not count it.',
    ...{ NON_MATCH, NO_MATCH, AMBIGUOUS, NOT_ENROLLED },
    ...REFUSED_FACE,
    ...REFUSED_PIN,
    PIN_NOT_ALLOWED: 'By the settings this person, or everybody, may not mark by PIN here.',
    OUTSIDE_GEOFENCE: 'It was tried outside of the geofence of the site, or without a usable location.',
    NETWORK_REFUSED: 'It came from a network that the site does not allow.',
    DEVICE_REFUSED: 'The device was retired or paired anew meanwhile, or the time of an offline mark cannot be.',
    NOT_EMPLOYED: 'The person has left, or has not begun yet.',
  },
);
