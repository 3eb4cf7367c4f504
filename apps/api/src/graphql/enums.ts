import {
  ASSURANCE_LEVELS,
  ATTENDANCE_KINDS,
  ATTENDANCE_SOURCES,
  COMPARISON_OUTCOMES,
  CONSENT_METHODS,
  CORRECTION_ACTIONS,
  CUSTOM_FIELD_TYPES,
  DAY_CLOSURES,
  DAY_PORTIONS,
  DAY_STATUSES,
  DECISION_STATUSES,
  DEVICE_STATUSES,
  DISPUTE_STATUSES,
  DUPLICATE_LIKENESSES,
  EMPLOYEE_STATUSES,
  IDENTIFICATION_OUTCOMES,
  MARK_PROOFS,
  PAD_POLICIES,
  PIN_USES,
  PLACE_FLAGS,
  PLACE_RULE_MODES,
  RECORD_ATTENDANCE_OUTCOMES,
  REGISTER_FACE_OUTCOMES,
  ROLES,
  VERIFICATION_LEVELS,
  VERIFICATION_OUTCOMES,
} from '@rollcall/contracts';
import type { DayRecordSort } from '@rollcall/db';
import { registerEnumType } from 'type-graphql';

type EnumObject<T extends string> = { readonly [K in T]: K };

/** Makes a GraphQL enum out of one of the closed unions of the contracts. */
export function graphqlEnum<T extends string>(name: string, values: readonly T[], description?: string): EnumObject<T> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as EnumObject<T>;
  registerEnumType(object, description === undefined ? { name } : { name, description });
  return object;
}

export const RoleEnum = graphqlEnum('Role', ROLES);
export const VIEWER_KINDS = ['USER', 'API_KEY', 'DEVICE'] as const;
export type ViewerKind = (typeof VIEWER_KINDS)[number];
export const ViewerKindEnum = graphqlEnum('ViewerKind', VIEWER_KINDS);

export const EmployeeStatusEnum = graphqlEnum('EmployeeStatus', EMPLOYEE_STATUSES);
export const FACE_STATUSES = ['NOT_ENROLLED', 'ENROLLED', 'RE_ENROLMENT_NEEDED'] as const;
export type FaceStatus = (typeof FACE_STATUSES)[number];
export const FaceStatusEnum = graphqlEnum(
  'FaceStatus',
  FACE_STATUSES,
  'RE_ENROLMENT_NEEDED: the stored face was made by another model than the one in use.',
);
export const EMPLOYEE_SORTS = ['NUMBER_ASC', 'NUMBER_DESC', 'NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'] as const;
export type EmployeeSort = (typeof EMPLOYEE_SORTS)[number];
export const EmployeeSortEnum = graphqlEnum('EmployeeSort', EMPLOYEE_SORTS);
export const ConsentMethodEnum = graphqlEnum('ConsentMethod', CONSENT_METHODS);

export const QUALITY_REASONS = [
  'FACE_TOO_SMALL',
  'FACE_CUT_OFF',
  'TOO_DARK',
  'TOO_BRIGHT',
  'LOW_CONTRAST',
  'BLURRED',
  'NOT_FRONTAL',
  'OVER_EXPOSED',
  'UNDER_EXPOSED',
  'OCCLUDED',
  'EYES_CLOSED',
  'DETECTION_UNCERTAIN',
] as const;
export type QualityReasonValue = (typeof QUALITY_REASONS)[number];
export const QualityReasonEnum = graphqlEnum('QualityReason', QUALITY_REASONS);
export const PAD_OUTCOMES = ['BONA_FIDE', 'ATTACK', 'UNDECIDED'] as const;
export type PadOutcomeValue = (typeof PAD_OUTCOMES)[number];
export const PadOutcomeEnum = graphqlEnum('PadOutcome', PAD_OUTCOMES);
export const PadPolicyEnum = graphqlEnum('PadPolicy', PAD_POLICIES, 'What to do with an image that looks like a fake.');

export const RegisterFaceOutcomeEnum = graphqlEnum('RegisterFaceOutcome', REGISTER_FACE_OUTCOMES);
export const DuplicateLikenessEnum = graphqlEnum(
  'DuplicateLikeness',
  DUPLICATE_LIKENESSES,
  'ALIKE: as photos of one person are, and now and then those of relatives. VERY_ALIKE: most likely one person, or twins.',
);
export const VerificationLevelEnum = graphqlEnum(
  'VerificationLevel',
  VERIFICATION_LEVELS,
  'STRICT: a closer match is needed. FACE_AND_PIN: the PIN is needed beside the face, for people who look like somebody else.',
);
export const VerificationOutcomeEnum = graphqlEnum('VerificationOutcome', VERIFICATION_OUTCOMES);
export const DisputeStatusEnum = graphqlEnum(
  'DisputeStatus',
  DISPUTE_STATUSES,
  'OPEN: it waits for a decision. UPHELD: it was not this person, the mark counts no more. REJECTED: the mark stays.',
);
export const IdentificationOutcomeEnum = graphqlEnum('IdentificationOutcome', IDENTIFICATION_OUTCOMES);
export const ComparisonOutcomeEnum = graphqlEnum('ComparisonOutcome', COMPARISON_OUTCOMES);
export const COMPARED_IMAGES = ['REFERENCE', 'PROBE'] as const;
export type ComparedImage = (typeof COMPARED_IMAGES)[number];
export const ComparedImageEnum = graphqlEnum('ComparedImage', COMPARED_IMAGES);
export const COMPARISON_KINDS = ['LIVE', 'DOCUMENT'] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];
export const ComparisonKindEnum = graphqlEnum(
  'ComparisonKind',
  COMPARISON_KINDS,
  'DOCUMENT: the reference is a passport or badge portrait; its operating point is not measured yet.',
);

export const CAPTURE_ATTEMPT_KINDS = ['REGISTER', 'VERIFY', 'IDENTIFY', 'ATTENDANCE', 'COMPARE'] as const;
export type CaptureAttemptKindValue = (typeof CAPTURE_ATTEMPT_KINDS)[number];
export const CaptureAttemptKindEnum = graphqlEnum('CaptureAttemptKind', CAPTURE_ATTEMPT_KINDS);
export const AttendanceSourceEnum = graphqlEnum('AttendanceSource', ATTENDANCE_SOURCES);
export const AttendanceKindEnum = graphqlEnum('AttendanceKind', ATTENDANCE_KINDS);
export const AssuranceLevelEnum = graphqlEnum('AssuranceLevel', ASSURANCE_LEVELS);
export const RecordAttendanceOutcomeEnum = graphqlEnum('RecordAttendanceOutcome', RECORD_ATTENDANCE_OUTCOMES);
export const DayClosureEnum = graphqlEnum('DayClosure', DAY_CLOSURES);
export const DayStatusEnum = graphqlEnum('DayStatus', DAY_STATUSES);
export const ATTENDANCE_DAY_SORTS = [
  'WORK_DATE_DESC',
  'WORK_DATE_ASC',
  'WORKED_MINUTES_DESC',
  'LATE_MINUTES_DESC',
  'OVERTIME_MINUTES_DESC',
] as const satisfies readonly DayRecordSort[];
export const AttendanceDaySortEnum = graphqlEnum('AttendanceDaySort', ATTENDANCE_DAY_SORTS);
export const DayPortionEnum = graphqlEnum('DayPortion', DAY_PORTIONS, 'Which part of a day something covers.');
export const DecisionStatusEnum = graphqlEnum('DecisionStatus', DECISION_STATUSES);
export const CorrectionActionEnum = graphqlEnum(
  'CorrectionAction',
  CORRECTION_ACTIONS,
  'ADD a mark that was forgotten, REPLACE one that is wrong, VOID one that should not count.',
);
export const PlaceRuleModeEnum = graphqlEnum(
  'PlaceRuleMode',
  PLACE_RULE_MODES,
  'What a rule about the place of a mark does when it is broken. FLAG: the mark counts and is flagged. REFUSE: no mark.',
);
export const DeviceStatusEnum = graphqlEnum('DeviceStatus', DEVICE_STATUSES, 'RETIRED: nothing is awaited from it.');
export const CustomFieldTypeEnum = graphqlEnum(
  'CustomFieldType',
  CUSTOM_FIELD_TYPES,
  'DATE is YYYY-MM-DD, SELECT one of given options.',
);
export const MarkProofEnum = graphqlEnum(
  'MarkProof',
  MARK_PROOFS,
  'What a person showed to make a mark. SUPERVISOR: nothing; somebody else vouched.',
);
export const PinUseEnum = graphqlEnum(
  'PinUse',
  PIN_USES,
  'Who may mark by PIN, each including the one before: nobody, who has no face registered, also whose face failed just now, everybody who was given one.',
);
export const PlaceFlagEnum = graphqlEnum(
  'PlaceFlag',
  PLACE_FLAGS,
  'What was noticed about where a mark was made. LOCATION_UNKNOWN: none was sent, or one too vague to use.',
);
