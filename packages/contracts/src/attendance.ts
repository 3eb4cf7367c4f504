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
