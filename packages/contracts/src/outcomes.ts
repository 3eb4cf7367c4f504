/** Outcomes: the system worked and this is its answer. Data in the payload, never errors. */

/** What a single image can end as before any comparison. */
export const CAPTURE_REFUSALS = ['NO_FACE', 'MULTIPLE_FACES', 'LOW_QUALITY', 'PRESENTATION_ATTACK'] as const;
export type CaptureRefusal = (typeof CAPTURE_REFUSALS)[number];

export const REGISTER_FACE_OUTCOMES = [
  'REGISTERED',
  ...CAPTURE_REFUSALS,
  'DUPLICATE_FACE',
  'INCONSISTENT_IMAGES',
] as const;
export type RegisterFaceOutcome = (typeof REGISTER_FACE_OUTCOMES)[number];

/** What is odd about a photo that has a usable face, beside the others of the same registration. */
export const PHOTO_REMARKS = ['ODD_ONE_OUT', 'SAME_PHOTO', 'NOT_THE_STORED_FACE'] as const;
export type PhotoRemark = (typeof PHOTO_REMARKS)[number];

/** How much the faces of two people who seem to be one are alike. */
export const DUPLICATE_LIKENESSES = ['ALIKE', 'VERY_ALIKE'] as const;
export type DuplicateLikeness = (typeof DUPLICATE_LIKENESSES)[number];

/** The face fits, and the PIN that this person needs beside it was not sent, is not right, or was never set. */
export const SECOND_FACTOR_REFUSALS = ['PIN_REQUIRED', 'PIN_MISMATCH', 'PIN_NOT_SET'] as const;
export type SecondFactorRefusal = (typeof SECOND_FACTOR_REFUSALS)[number];

export const VERIFICATION_OUTCOMES = [
  'MATCH',
  'NON_MATCH',
  'NOT_ENROLLED',
  ...CAPTURE_REFUSALS,
  'LIVENESS_FAILED',
  'LOCKED_OUT',
  ...SECOND_FACTOR_REFUSALS,
] as const;
export type VerificationOutcome = (typeof VERIFICATION_OUTCOMES)[number];

export const IDENTIFICATION_OUTCOMES = [
  'MATCH',
  'AMBIGUOUS',
  'NO_MATCH',
  ...CAPTURE_REFUSALS,
  'LIVENESS_FAILED',
  'LOCKED_OUT',
] as const;
export type IdentificationOutcome = (typeof IDENTIFICATION_OUTCOMES)[number];

export const COMPARISON_OUTCOMES = ['MATCH', 'NON_MATCH', ...CAPTURE_REFUSALS] as const;
export type ComparisonOutcome = (typeof COMPARISON_OUTCOMES)[number];

export const RECORD_ATTENDANCE_OUTCOMES = [
  'RECORDED',
  'DOUBLE_TAP',
  'NON_MATCH',
  'NO_MATCH',
  'AMBIGUOUS',
  'NOT_ENROLLED',
  ...CAPTURE_REFUSALS,
  'LIVENESS_FAILED',
  'LOCKED_OUT',
  ...SECOND_FACTOR_REFUSALS,
  'PIN_NOT_ALLOWED',
  'OUTSIDE_GEOFENCE',
  'NETWORK_REFUSED',
  'DEVICE_REFUSED',
  'NOT_EMPLOYED',
] as const;
export type RecordAttendanceOutcome = (typeof RECORD_ATTENDANCE_OUTCOMES)[number];
