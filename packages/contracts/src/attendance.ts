/** AUTO: the pairing rule decides whether a mark is an in or an out. */
export const ATTENDANCE_KINDS = ['AUTO', 'CHECK_IN', 'CHECK_OUT', 'BREAK_START', 'BREAK_END'] as const;
export type AttendanceKind = (typeof ATTENDANCE_KINDS)[number];

/** Where a mark came from. */
export const ATTENDANCE_SOURCES = ['KIOSK', 'DASHBOARD', 'API', 'DEVICE_IMPORT', 'CORRECTION'] as const;
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

/** How sure we are that the person was there, strongest first. */
export const ASSURANCE_LEVELS = [
  'FACE_PAIRED_DEVICE',
  'FACE_API_KEY',
  'FACE_BROWSER',
  'PIN',
  'SUPERVISOR',
  'IMPORT',
] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

export const DAY_STATUSES = [
  'PRESENT',
  'HALF_DAY',
  'ABSENT',
  'ON_LEAVE',
  'HOLIDAY',
  'WEEKLY_OFF',
  'MISSING_MARK',
  'IN_PROGRESS',
] as const;
export type DayStatus = (typeof DAY_STATUSES)[number];

/** Which part of a day something covers. */
export const DAY_PORTIONS = ['FULL', 'FIRST_HALF', 'SECOND_HALF'] as const;
export type DayPortion = (typeof DAY_PORTIONS)[number];

/** A person decides once; a pending request can be withdrawn by who made it. */
export const DECISION_STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];
export type LeaveStatus = DecisionStatus;

/** UPHELD: the mark was somebody else's and counts no more. REJECTED: it stays. */
export const DISPUTE_STATUSES = ['OPEN', 'UPHELD', 'REJECTED'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** ADD a mark that was forgotten, REPLACE one that is wrong, VOID one that should not count. */
export const CORRECTION_ACTIONS = ['ADD', 'REPLACE', 'VOID'] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

/**
 * `OPEN`: the day still takes marks. `WAITING`: it is over, and a delay or a silent device keeps the verdict open.
 * `PROVISIONAL`: closed without a device that stayed silent. `FINAL`: time alone changes nothing any more.
 */
export const DAY_CLOSURES = ['OPEN', 'WAITING', 'PROVISIONAL', 'FINAL'] as const;
export type DayClosure = (typeof DAY_CLOSURES)[number];

/** What a person showed when a mark was attempted. SUPERVISOR: nothing; somebody else vouched. */
export const MARK_PROOFS = ['FACE', 'PIN', 'SUPERVISOR'] as const;
export type MarkProof = (typeof MARK_PROOFS)[number];

/**
 * Who may mark by PIN, each including the one before: nobody; who has no face registered; also whose face failed just now;
 * everybody who was given one.
 */
export const PIN_USES = ['NEVER', 'NO_FACE', 'AFTER_FACE_FAILURES', 'ALWAYS'] as const;
export type PinUse = (typeof PIN_USES)[number];

/** What was noticed about where a mark was made. It is kept on the mark and decides nothing by itself. */
export const PLACE_FLAGS = ['OUTSIDE_GEOFENCE', 'LOCATION_UNKNOWN', 'OTHER_NETWORK'] as const;
export type PlaceFlag = (typeof PLACE_FLAGS)[number];
