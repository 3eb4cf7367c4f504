import type { DuplicateLikeness, PadPolicy, PhotoRemark, VerificationLevel } from '@rollcall/contracts';
import { describedEnum } from './described-enum.js';

export type FaceStatus = 'NOT_ENROLLED' | 'ENROLLED' | 'RE_ENROLMENT_NEEDED';
export const FaceStatusEnum = describedEnum<FaceStatus>('FaceStatus', 'Whether a face is stored for somebody.', {
  NOT_ENROLLED: 'No face is stored.',
  ENROLLED: 'A face is stored that can be compared.',
  RE_ENROLMENT_NEEDED: 'The stored face was made by another model than the one in use. Register it again.',
});

export type LockoutKind = 'FACE' | 'PIN';
export const LockoutKindEnum = describedEnum<LockoutKind>('LockoutKind', 'What somebody failed at too often.', {
  FACE: 'The face of the person.',
  PIN: 'The PIN of the person.',
});

export type QualityReasonValue =
  | 'FACE_TOO_SMALL'
  | 'FACE_CUT_OFF'
  | 'TOO_DARK'
  | 'TOO_BRIGHT'
  | 'LOW_CONTRAST'
  | 'BLURRED'
  | 'NOT_FRONTAL'
  | 'NOT_UPRIGHT'
  | 'OVER_EXPOSED'
  | 'UNDER_EXPOSED'
  | 'OCCLUDED'
  | 'EYES_CLOSED'
  | 'DETECTION_UNCERTAIN';
export const QualityReasonEnum = describedEnum<QualityReasonValue>(
  'QualityReason',
  'What is wrong with the picture of a face.',
  {
    FACE_TOO_SMALL: 'There are too few pixels between the eyes.',
    FACE_CUT_OFF: 'Part of the face lies outside of the image.',
    TOO_DARK: 'The face is nearly black as a whole.',
    TOO_BRIGHT: 'The face is nearly white as a whole.',
    LOW_CONTRAST: 'The face is flat: light and dark hardly differ.',
    BLURRED: 'Fine detail is missing.',
    NOT_FRONTAL: 'The head is turned or tilted too far.',
    NOT_UPRIGHT: 'The picture lies on its side or stands on its head.',
    OVER_EXPOSED: 'Too much of the face is white without detail.',
    UNDER_EXPOSED: 'Too much of the face is black without detail.',
    OCCLUDED: 'The mouth looks covered.',
    EYES_CLOSED: 'Both eyes look closed. Advice only: nobody is refused for it.',
    DETECTION_UNCERTAIN: 'It is not certain that this is a face.',
  },
);

export type PadOutcomeValue = 'BONA_FIDE' | 'ATTACK' | 'UNDECIDED';
export const PadOutcomeEnum = describedEnum<PadOutcomeValue>('PadOutcome', 'How attack detection judged an image.', {
  BONA_FIDE: 'A living person.',
  ATTACK: 'A picture or another fake of a person.',
  UNDECIDED: 'There is no usable score. It is refused, whatever the policy.',
});
export const PadPolicyEnum = describedEnum<PadPolicy>('PadPolicy', 'What to do with an image that looks like a fake.', {
  REFUSE: 'It ends as PRESENTATION_ATTACK.',
  FLAG: 'It is used, and the report says ATTACK: for photos of badges and passports.',
});

export const PhotoRemarkEnum = describedEnum<PhotoRemark>(
  'PhotoRemark',
  'What is odd about a photo that has a usable face, beside the others of the same registration.',
  {
    ODD_ONE_OUT:
      'It does not look like the same person as the others; all have it if it cannot be told which is wrong.',
    SAME_PHOTO: 'It is the same photo as an earlier one and counts once.',
    NOT_THE_STORED_FACE: 'It does not look like the face that is stored and would stay.',
  },
);

export const DuplicateLikenessEnum = describedEnum<DuplicateLikeness>(
  'DuplicateLikeness',
  'How much the faces of two people who seem to be one are alike.',
  {
    ALIKE: 'As photos of one person are, and now and then those of relatives.',
    VERY_ALIKE: 'Most likely one person, or twins.',
  },
);
export const VerificationLevelEnum = describedEnum<VerificationLevel>(
  'VerificationLevel',
  'How sure a check of one person must be.',
  {
    STANDARD: 'As for everybody.',
    STRICT: 'A closer match is needed.',
    FACE_AND_PIN: 'The PIN is needed beside the face, for people who look like somebody else.',
  },
);

export type ComparedImage = 'REFERENCE' | 'PROBE';
export const ComparedImageEnum = describedEnum<ComparedImage>('ComparedImage', 'One of two compared images.', {
  REFERENCE: 'The image that was compared with.',
  PROBE: 'The image at hand.',
});
export type ComparisonKind = 'LIVE' | 'DOCUMENT';
export const ComparisonKindEnum = describedEnum<ComparisonKind>('ComparisonKind', 'What the reference is.', {
  LIVE: 'A photo of the person.',
  DOCUMENT: 'A passport or badge portrait; its operating point is not measured yet.',
});

export type CaptureAttemptKindValue = 'REGISTER' | 'VERIFY' | 'IDENTIFY' | 'ATTENDANCE' | 'COMPARE';
export const CaptureAttemptKindEnum = describedEnum<CaptureAttemptKindValue>(
  'CaptureAttemptKind',
  'What somebody was to be recognised for.',
  {
    REGISTER: 'To store the face.',
    VERIFY: 'To tell whether it is a given person.',
    IDENTIFY: 'To tell who it is.',
    ATTENDANCE: 'To mark attendance, by face, by PIN or through somebody else.',
    COMPARE: 'To compare two images. This version keeps no attempt of that.',
  },
);
