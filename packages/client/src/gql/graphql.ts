/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Registers a face although somebody else has it, twins for example. For owners and HR administrators. */
export type AllowDuplicateInput = {
  /** The person named in duplicateOf. If somebody else is more alike by now, the answer is DUPLICATE_FACE again. */
  duplicateOfId: string;
  /** Why they are two people. It is kept in the audit. */
  reason: string;
};

/** Which days: all that is given must hold. */
export type AttendanceDayFilter = {
  /** Only days of people who were in this department when the day was judged. */
  departmentId?: string | null | undefined;
  /** Only days of this person. */
  employeeId?: string | null | undefined;
  /** Only days with this flag, for example LATE_ENTRY. */
  flag?: string | null | undefined;
  /** Only days with at least one of these flags. */
  flags?: Array<string> | null | undefined;
  /** First work date. */
  from?: string | null | undefined;
  /** Only days with a mark, or only days without. */
  hasMarks?: boolean | null | undefined;
  /** Only days of people with all of these words in the number, the name or the e-mail address; case and accents do not count. */
  search?: string | null | undefined;
  /** Only days of this shift. */
  shiftId?: string | null | undefined;
  /** Only days at this site. */
  siteId?: string | null | undefined;
  /** Only days with this status. */
  status?: DayStatus | null | undefined;
  /** Any of these. */
  statuses?: Array<DayStatus> | null | undefined;
  /** Last work date, included. */
  to?: string | null | undefined;
};

/** The order of a list of days. */
export type AttendanceDaySort =
  /** By the name of the person, then by date. Needs from and to, at most 92 days. */
  | 'EMPLOYEE_NAME_ASC'
  /** By the number of the person, then by date. Needs from and to, at most 92 days. */
  | 'EMPLOYEE_NUMBER_ASC'
  /** Who came latest after the start comes first. */
  | 'LATE_MINUTES_DESC'
  /** The most overtime first. */
  | 'OVERTIME_MINUTES_DESC'
  /** The most work first. */
  | 'WORKED_MINUTES_DESC'
  /** The earliest date first. */
  | 'WORK_DATE_ASC'
  /** The latest date first. */
  | 'WORK_DATE_DESC';

/** Which marks: all that is given must hold. */
export type AttendanceEventFilter = {
  /** Only marks of this person. */
  employeeId?: string | null | undefined;
  /** From this instant on. */
  from?: string | null | undefined;
  /** Only marks of people with all of these words in the number, the name or the e-mail address; case and accents do not count. */
  search?: string | null | undefined;
  /** Only marks made at this site. */
  siteId?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** What a mark says. */
export type AttendanceKind =
  /** Nothing: the rules decide whether it is an in or an out. */
  | 'AUTO'
  /** The break is over. */
  | 'BREAK_END'
  /** A break begins. */
  | 'BREAK_START'
  /** The person comes. */
  | 'CHECK_IN'
  /** The person leaves. */
  | 'CHECK_OUT';

/** Which report, over which dates and people. */
export type AttendanceReportInput = {
  /** The end cursor of the page before. */
  after?: string | null | undefined;
  /** Only people of this department. Left out: every department you may see. */
  departmentId?: string | null | undefined;
  /** Only this person. Left out: everybody you may see. */
  employeeId?: string | null | undefined;
  /** Rows of a page, 1 to 500. */
  first?: number | null | undefined;
  /** The first date, included. */
  from: string;
  /** Adds the sums of each site or department. */
  groupBy?: ReportGrouping | null | undefined;
  /** Which report. */
  kind: AttendanceReportKind;
  /** Only this site. Left out: every site you may see. */
  siteId?: string | null | undefined;
  /** Of REGISTER, MUSTER, EXCEPTIONS and HEADCOUNT: only days with one of these. Left out: every status. */
  statuses?: Array<DayStatus> | null | undefined;
  /** The last date, included; at most 92 days. */
  to: string;
};

/** What a report is about. */
export type AttendanceReportKind =
  /** How sure the marks of each person are. */
  | 'ASSURANCE'
  /** What a person should look at. */
  | 'EXCEPTIONS'
  /** How many people were present, absent, away or off, by date and site. */
  | 'HEADCOUNT'
  /** What each person worked. */
  | 'HOURS'
  /** How often and how long each person came late or left early. */
  | 'LATE'
  /** A grid of people and dates. */
  | 'MUSTER'
  /** The overtime of each person. */
  | 'OVERTIME'
  /** The minutes of each person by what they are paid as. */
  | 'PAYROLL'
  /** A line a day. */
  | 'REGISTER';

/** Where a mark or an attempt came from. */
export type AttendanceSource =
  /** Another program, with a key. */
  | 'API'
  /** An approved correction, or a dispute that was upheld. */
  | 'CORRECTION'
  /** A browser in which somebody is signed in, also with the role of a kiosk. */
  | 'DASHBOARD'
  /** A file of marks, or a terminal that pushes them. */
  | 'DEVICE_IMPORT'
  /** A paired device. */
  | 'KIOSK';

/** What somebody was to be recognised for. */
export type CaptureAttemptKind =
  /** To mark attendance, by face, by PIN or through somebody else. */
  | 'ATTENDANCE'
  /** To compare two images. This version keeps no attempt of that. */
  | 'COMPARE'
  /** To tell who it is. */
  | 'IDENTIFY'
  /** To store the face. */
  | 'REGISTER'
  /** To tell whether it is a given person. */
  | 'VERIFY';

/** Two images of one face each. */
export type CompareFacesInput = {
  /** What the reference is. */
  kind?: ComparisonKind | null | undefined;
  /** The image at hand. */
  probe: ImageInput;
  /** The image to compare it with. */
  reference: ImageInput;
};

/** One of two compared images. */
export type ComparedImage =
  /** The image at hand. */
  | 'PROBE'
  /** The image that was compared with. */
  | 'REFERENCE';

/** What the reference is. */
export type ComparisonKind =
  /** A passport or badge portrait; its operating point is not measured yet. */
  | 'DOCUMENT'
  /** A photo of the person. */
  | 'LIVE';

/** How a comparison of two images ended. */
export type ComparisonOutcome =
  /** The picture of the face is not good enough; the quality report says why. */
  | 'LOW_QUALITY'
  /** Both show one person. */
  | 'MATCH'
  /** There is more than one face. */
  | 'MULTIPLE_FACES'
  /** They show two people. */
  | 'NON_MATCH'
  /** No face was found. */
  | 'NO_FACE'
  /** It looks like a picture of a person, or attack detection gave no usable score. */
  | 'PRESENTATION_ATTACK';

/** How somebody agreed. */
export type ConsentMethod =
  /** Recorded elsewhere before, and taken from a file. */
  | 'IMPORTED'
  /** On a screen that showed the text. */
  | 'ON_SCREEN'
  /** By signing a paper, which the organisation keeps. */
  | 'PAPER';

/** A person to enter. */
export type CreateEmployeeInput = {
  /** What a reader reads from the badge; unique. */
  badge?: string | null | undefined;
  /** Left out: that of the department. */
  costCentre?: string | null | undefined;
  /** Values of fields that the organisation added. */
  customFields?: Array<CustomFieldValueInput> | null | undefined;
  /** The shift worked where no assignment says otherwise. */
  defaultShiftId?: string | null | undefined;
  /** The department of the person. Left out: none. */
  departmentId?: string | null | undefined;
  /** The address of the person; several people may share one. Left out: none. */
  email?: string | null | undefined;
  /** The id of this person in another system; unique. Left out: none. */
  externalId?: string | null | undefined;
  /** IANA zone that reports are written in for this person; left out: that of the site. */
  homeTimeZone?: string | null | undefined;
  /** Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time. */
  idempotencyKey?: string | null | undefined;
  /** The first day of work; no mark counts before it. Left out: always. */
  joiningDate?: string | null | undefined;
  /** The last day of work; no mark counts after it. Left out: open-ended. */
  leavingDate?: string | null | undefined;
  /** The full name, as people read it. */
  name: string;
  /** The number the organisation knows this person by; unique, whatever its case, at most 64 characters. */
  number: string;
  /** Left out: the first site. */
  siteId?: string | null | undefined;
};

/** The file that is going to be sent. */
export type CreateUploadInput = {
  /** Its length in bytes, at most 536,870,912. */
  byteLength: number;
  /** What the file is called. */
  fileName: string;
  /** Its media type, for example text/csv. Nobody relies on it. */
  mediaType?: string | null | undefined;
  /** The SHA-256 of its bytes in hex. Other bytes are refused. */
  sha256: string;
};

/** The value of a field that the organisation added. */
export type CustomFieldValueInput = {
  /** The key of the field. */
  key: string;
  /** As text, whatever the type: 42.5, 2026-01-31, an option. Null takes the value away. */
  value?: string | null | undefined;
};

/** How a file writes its dates. */
export type DateFormat =
  /** Day first: 02.03.2026 or 2/3/2026. */
  | 'DMY'
  /** Year first: 2026-03-02. */
  | 'ISO'
  /** Month first: 3/2/2026. */
  | 'MDY';

/** How far the verdict on a day is from being certain. */
export type DayClosure =
  /** Time alone changes nothing any more. */
  | 'FINAL'
  /** The day still takes marks. */
  | 'OPEN'
  /** Closed without a device that has stayed silent for 24 hours. Its marks may still change it. */
  | 'PROVISIONAL'
  /** It is over, and a delay of the policy or a silent device keeps the verdict open. */
  | 'WAITING';

/** The verdict on a day. */
export type DayStatus =
  /** Not worked though work was planned, or less than the policy asks for at least. */
  | 'ABSENT'
  /** Half of it: worked too little or came too late for a whole day, or a leave covers the other half. */
  | 'HALF_DAY'
  /** A holiday, without work that counts. */
  | 'HOLIDAY'
  /** The day is not over, or marks of it may still arrive. */
  | 'IN_PROGRESS'
  /** An in or an out is missing, or there are refused tries only: a person has to look at it. */
  | 'MISSING_MARK'
  /** An approved leave covers the whole day. */
  | 'ON_LEAVE'
  /** Worked as the policy asks. */
  | 'PRESENT'
  /** A weekly day off, without work that counts. */
  | 'WEEKLY_OFF';

/** Which people: all that is given must hold. Left out altogether: everybody you may see, those who left too. */
export type EmployeeFilter = {
  /** The person's own, not that of the department. */
  costCentre?: string | null | undefined;
  /** Only people with this default shift. */
  defaultShiftId?: string | null | undefined;
  /** Only people of this department. */
  departmentId?: string | null | undefined;
  /** Only people whose face is in this state. */
  faceStatus?: FaceStatus | null | undefined;
  /** Words that must all occur in the number, the name or the e-mail address; case and accents do not count. */
  search?: string | null | undefined;
  /** Only people who belong to this site now. */
  siteId?: string | null | undefined;
  /** Only people with this status. */
  status?: EmployeeStatus | null | undefined;
};

/** The order of a list of people. */
export type EmployeeSort =
  /** Whoever was entered last comes first. */
  | 'CREATED_AT_DESC'
  /** By name, from A to Z. */
  | 'NAME_ASC'
  /** By name, from Z to A. */
  | 'NAME_DESC'
  /** By number, the lowest first. */
  | 'NUMBER_ASC'
  /** By number, the highest first. */
  | 'NUMBER_DESC';

/** Whether somebody works here. */
export type EmployeeStatus =
  /** Works here, and can mark. */
  | 'ACTIVE'
  /** Everything personal was erased, for good; marks and days stay without a name. */
  | 'ERASED'
  /** Has left, or is the second record of somebody. No marks any more. */
  | 'INACTIVE';

/** Whether a face is stored for somebody. */
export type FaceStatus =
  /** A face is stored that can be compared. */
  | 'ENROLLED'
  /** No face is stored. */
  | 'NOT_ENROLLED'
  /** The stored face was made by another model than the one in use. Register it again. */
  | 'RE_ENROLMENT_NEEDED';

/** How a search among all faces ended. */
export type IdentificationOutcome =
  /** Several people are too much alike, or too many are registered to be certain. */
  | 'AMBIGUOUS'
  /** The movements that were asked for did not show a living person; the attempt says why. */
  | 'LIVENESS_FAILED'
  /** Too many failures: paused for a while, or off until HR allows it again. */
  | 'LOCKED_OUT'
  /** The picture of the face is not good enough; the quality report says why. */
  | 'LOW_QUALITY'
  /** One person was found. */
  | 'MATCH'
  /** There is more than one face. */
  | 'MULTIPLE_FACES'
  /** No face was found. */
  | 'NO_FACE'
  /** Nobody who is registered looks like this. */
  | 'NO_MATCH'
  /** It looks like a picture of a person, or attack detection gave no usable score. */
  | 'PRESENTATION_ATTACK';

/** The face to search for. */
export type IdentifyFaceInput = {
  /** Of startLivenessChallenge: the frames then show its movements. Used up by this, whatever the answer. */
  challengeId?: string | null | undefined;
  /** Up to 8 more pictures of the same person, in the order of capture: a few of the same moment make the answer surer; with a challenge the first looks into the camera and the others show the movements. */
  frames?: Array<ImageInput> | null | undefined;
  /** A photo with exactly one face. */
  image: ImageInput;
};

/** A JPEG, PNG or WebP file of at most 8 MB. Never an address or a path. */
export type ImageInput = {
  /** The file in base64; a data-URL prefix is accepted. */
  base64?: string | null | undefined;
};

/** A file of marks: CSV, XLSX, or the attlog.dat of a terminal. */
export type ImportAttendanceInput = {
  /** Columns with unusual headings. */
  columns?: Array<ImportColumnInput> | null | undefined;
  /** How the file writes dates. */
  dateFormat?: DateFormat | null | undefined;
  /** Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time. */
  idempotencyKey?: string | null | undefined;
  /** True: the states in the file say nothing, the pairing decides what is in and what is out. */
  ignoreKinds?: boolean | null | undefined;
  /** True: only tell what would be done. */
  isDryRun?: boolean | null | undefined;
  /** Where the marks were made. Left out: the site of each person. */
  siteId?: string | null | undefined;
  /** IANA zone of the times in the file. Left out: that of the site. */
  timeZone?: string | null | undefined;
  /** The upload that holds the file. */
  uploadId: string;
};

/** The heading of the column that holds a field, where the usual names do not fit. */
export type ImportColumnInput = {
  /** The field, for example employeeNumber, dateTime, kind. */
  field: string;
  /** The heading as it stands in the file. */
  header: string;
};

/** A table of employees: CSV, XLSX, or a ZIP archive with one of them and photos. */
export type ImportEmployeesInput = {
  /** Columns with unusual headings. */
  columns?: Array<ImportColumnInput> | null | undefined;
  /** How the file writes dates. */
  dateFormat?: DateFormat | null | undefined;
  /** Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time. */
  idempotencyKey?: string | null | undefined;
  /** True: only tell what would be done. */
  isDryRun?: boolean | null | undefined;
  /** True: photos take the place of a face that is stored already. False: that face stays. */
  replacePhotos?: boolean | null | undefined;
  /** The upload that holds the file. */
  uploadId: string;
};

/** How far a job is. */
export type JobState =
  /** It could not be done as a whole. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It is being done. After a crash it goes on by itself. */
  | 'RUNNING'
  /** It is done; rows that were refused stand in its error file. */
  | 'SUCCEEDED';

/** Where a device is, in degrees (WGS 84). */
export type LocationInput = {
  /** By how much it may be off. More than 200 m counts as no location. */
  accuracyMetres: number;
  /** -90 to 90. */
  latitude: number;
  /** -180 to 180. */
  longitude: number;
};

/** Whose mark, what the person shows for it, and what is known about it. */
export type RecordAttendanceInput = {
  /** What a reader read from a badge, in place of the number. */
  badge?: string | null | undefined;
  /** What the clock of the device shows. Kept with its difference from ours; our time of receipt counts. With isOffline: when the mark was made. */
  capturedAt?: string | null | undefined;
  /** Of startLivenessChallenge: the frames then show its movements. Used up by this, whatever the answer. */
  challengeId?: string | null | undefined;
  /** Cost centre or job that the time from this mark on is for. */
  costCentre?: string | null | undefined;
  /** Whose face to compare with. Left out together with the badge, the face is searched among all, where the settings allow it. */
  employeeNumber?: string | null | undefined;
  /** Up to 8 more pictures of the same person, in the order of capture: a few of the same moment make the answer surer; with a challenge the first looks into the camera and the others show the movements. */
  frames?: Array<ImageInput> | null | undefined;
  /** Chosen by the caller, one per mark. The same key with the same content gets the same answer for 30 days. */
  idempotencyKey: string;
  /** A photo with exactly one face; left out: a PIN takes its place. */
  image?: ImageInput | null | undefined;
  /** For paired devices: the mark was kept while we could not be reached, and capturedAt counts. At most seven days, and not before what the device said to have sent; else DEVICE_REFUSED. */
  isOffline?: boolean | null | undefined;
  /** AUTO: the rules decide whether it is an in or an out. */
  kind?: AttendanceKind | null | undefined;
  /** Compared with the geofence of the site and not kept. A site that refuses marks from outside refuses those without it. */
  location?: LocationInput | null | undefined;
  /** In place of an image, for who was given a PIN and where the settings allow it; beside the image, for people who need both. */
  pin?: string | null | undefined;
};

/** How a try to mark attendance ended. */
export type RecordAttendanceOutcome =
  /** Several people are too much alike, or too many are registered to be certain. */
  | 'AMBIGUOUS'
  /** The device was retired or paired anew meanwhile, or the time of an offline mark cannot be. */
  | 'DEVICE_REFUSED'
  /** The mark is kept, and came so soon after the one before that the rules do not count it. */
  | 'DOUBLE_TAP'
  /** The movements that were asked for did not show a living person; the attempt says why. */
  | 'LIVENESS_FAILED'
  /** Too many failures: paused for a while, or off until HR allows it again. */
  | 'LOCKED_OUT'
  /** The picture of the face is not good enough; the quality report says why. */
  | 'LOW_QUALITY'
  /** There is more than one face. */
  | 'MULTIPLE_FACES'
  /** It came from a network that the site does not allow. */
  | 'NETWORK_REFUSED'
  /** The face is not the one it should be. */
  | 'NON_MATCH'
  /** The person has left, or has not begun yet. */
  | 'NOT_EMPLOYED'
  /** There is no face to compare with. A number that does not exist answers the same. */
  | 'NOT_ENROLLED'
  /** No face was found. */
  | 'NO_FACE'
  /** Nobody who is registered looks like this. */
  | 'NO_MATCH'
  /** It was tried outside of the geofence of the site, or without a usable location. */
  | 'OUTSIDE_GEOFENCE'
  /** The PIN is not the right one. */
  | 'PIN_MISMATCH'
  /** By the settings this person, or everybody, may not mark by PIN here. */
  | 'PIN_NOT_ALLOWED'
  /** The face fits, but this person needs a PIN beside it and was never given one. */
  | 'PIN_NOT_SET'
  /** The face fits, and this person needs the PIN beside it. */
  | 'PIN_REQUIRED'
  /** It looks like a picture of a person, or attack detection gave no usable score. */
  | 'PRESENTATION_ATTACK'
  /** The mark is kept. */
  | 'RECORDED';

/** An agreement to the use of a face. */
export type RecordConsentInput = {
  /** Who agreed. */
  employeeId: string;
  /** Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time. */
  idempotencyKey?: string | null | undefined;
  /** How the person agreed. */
  method?: ConsentMethod | null | undefined;
  /** In which language it was shown. Left out: EN. */
  textLanguage?: ReportLocale | null | undefined;
  /** Left out: the text now in force. */
  textVersion?: string | null | undefined;
};

/** A mark that somebody else makes for a person who is there now. */
export type RecordSupervisorMarkInput = {
  /** Cost centre or job that the time from this mark on is for. */
  costCentre?: string | null | undefined;
  /** The person, one of your own. */
  employeeId: string;
  /** As for recordAttendance. */
  idempotencyKey: string;
  /** AUTO: the rules decide whether it is an in or an out. */
  kind?: AttendanceKind | null | undefined;
  /** Why the person cannot mark; kept with the mark. */
  reason: string;
};

/** Photos to store a face from. */
export type RegisterFaceInput = {
  /** Left out: a face that somebody else has is refused. */
  allowDuplicate?: AllowDuplicateInput | null | undefined;
  /** Whose face it is. */
  employeeId: string;
  /** Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time. */
  idempotencyKey?: string | null | undefined;
  /** One to 10 photos of this person; three are best. */
  images: Array<ImageInput>;
  /** Put the new face in place of the stored one. */
  replace?: boolean | null | undefined;
};

/** How a registration, or one photo of it, ended. */
export type RegisterFaceOutcome =
  /** Somebody else is registered with this face. Nothing was stored. */
  | 'DUPLICATE_FACE'
  /** The photos, or the face that is stored already, do not show one person. Nothing was stored. */
  | 'INCONSISTENT_IMAGES'
  /** The picture of the face is not good enough; the quality report says why. */
  | 'LOW_QUALITY'
  /** There is more than one face. */
  | 'MULTIPLE_FACES'
  /** No face was found. */
  | 'NO_FACE'
  /** It looks like a picture of a person, or attack detection gave no usable score. */
  | 'PRESENTATION_ATTACK'
  /** The face is stored. */
  | 'REGISTERED';

/** How the values of a column are to be read. */
export type ReportColumnType =
  /** A whole number. */
  | 'COUNT'
  /** A local date, YYYY-MM-DD. */
  | 'DATE'
  /** Date and time as text. */
  | 'DATETIME'
  /** Hours with two decimals. */
  | 'HOURS'
  /** Whole minutes. */
  | 'MINUTES'
  /** Whole percent, never summed. */
  | 'PERCENT'
  /** Plain text. */
  | 'TEXT';

/** What sums are made by. */
export type ReportGrouping =
  /** By the department of each row. */
  | 'DEPARTMENT'
  /** By the site of each row. */
  | 'SITE';

/** The language of files and letters. */
export type ReportLocale =
  /** In Arabic, from right to left. */
  | 'AR'
  /** In German. */
  | 'DE'
  /** In English. */
  | 'EN';

/** A person as another system knows them: found by externalId, else by number. A field left out stays as it is; null clears it. */
export type UpsertEmployeeInput = {
  /** What a reader reads from the badge; unique. Null: none. */
  badge?: string | null | undefined;
  /** Null: that of the department. */
  costCentre?: string | null | undefined;
  /** What is not named stays. */
  customFields?: Array<CustomFieldValueInput> | null | undefined;
  /** The shift worked where no assignment says otherwise. Null: none. */
  defaultShiftId?: string | null | undefined;
  /** The department of the person. Null: none. */
  departmentId?: string | null | undefined;
  /** The address of the person. Null: none. */
  email?: string | null | undefined;
  /** The id in the other system. Finds the person first. */
  externalId?: string | null | undefined;
  /** IANA zone of the reports. Null: that of the site. */
  homeTimeZone?: string | null | undefined;
  /** The first day of work. Null: always. */
  joiningDate?: string | null | undefined;
  /** The last day of work. Null: open-ended. */
  leavingDate?: string | null | undefined;
  /** The full name. Needed for somebody new. */
  name?: string | null | undefined;
  /** Finds the person if nobody has the externalId. Needed for somebody new. */
  number?: string | null | undefined;
  /** The site; whoever moves does so today. Left out for somebody new: the first site. */
  siteId?: string | null | undefined;
};

/** Many people at once. */
export type UpsertEmployeesInput = {
  /** True: each person is tried out and nothing is kept, the key neither. Default: false. */
  dryRun?: boolean;
  /** 1 to 100 people, worked off in this order. */
  employees: Array<UpsertEmployeeInput>;
  /** Names this request: sent again within 30 days it gives the same answer and changes nothing. */
  idempotencyKey: string;
};

/** What became of one of many people. */
export type UpsertOutcome =
  /** Nobody was known by these; the person was entered. */
  | 'CREATED'
  /** Nothing was written; code, field and problem say why. */
  | 'REFUSED'
  /** All is stored like this already. Nothing was written. */
  | 'UNCHANGED'
  /** At least one value was another one. */
  | 'UPDATED';

/** How a check of one person ended. */
export type VerificationOutcome =
  /** The movements that were asked for did not show a living person; the attempt says why. */
  | 'LIVENESS_FAILED'
  /** Too many failures: paused for a while, or off until HR allows it again. */
  | 'LOCKED_OUT'
  /** The picture of the face is not good enough; the quality report says why. */
  | 'LOW_QUALITY'
  /** It is the person. */
  | 'MATCH'
  /** There is more than one face. */
  | 'MULTIPLE_FACES'
  /** The face is not the one it should be. */
  | 'NON_MATCH'
  /** There is no face to compare with. A number that does not exist answers the same. */
  | 'NOT_ENROLLED'
  /** No face was found. */
  | 'NO_FACE'
  /** The PIN is not the right one. */
  | 'PIN_MISMATCH'
  /** The face fits, but this person needs a PIN beside it and was never given one. */
  | 'PIN_NOT_SET'
  /** The face fits, and this person needs the PIN beside it. */
  | 'PIN_REQUIRED'
  /** It looks like a picture of a person, or attack detection gave no usable score. */
  | 'PRESENTATION_ATTACK';

/** Give employeeId or employeeNumber, exactly one. */
export type VerifyFaceInput = {
  /** Of startLivenessChallenge: the frames then show its movements. Used up by this, whatever the answer. */
  challengeId?: string | null | undefined;
  /** Who it should be, by id. */
  employeeId?: string | null | undefined;
  /** Who it should be, by number. */
  employeeNumber?: string | null | undefined;
  /** Up to 8 more pictures of the same person, in the order of capture: a few of the same moment make the answer surer; with a challenge the first looks into the camera and the others show the movements. */
  frames?: Array<ImageInput> | null | undefined;
  /** A photo with exactly one face. */
  image: ImageInput;
  /** For people who need it beside the face; not looked at for others. */
  pin?: string | null | undefined;
};

export type MarkFragment = { id: string, at: string, kind: AttendanceKind, localDate: string, timeZone: string, source: AttendanceSource, employee: { id: string, number: string, name: string } };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type RecordAttendanceMutation = { recordAttendance: { outcome: RecordAttendanceOutcome, replayed: boolean, event: { id: string, at: string, kind: AttendanceKind, localDate: string, timeZone: string, source: AttendanceSource, employee: { id: string, number: string, name: string } } | null, attempt: { id: string } } };

export type RecordSupervisorMarkMutationVariables = Exact<{
  input: RecordSupervisorMarkInput;
}>;


export type RecordSupervisorMarkMutation = { recordSupervisorMark: { outcome: RecordAttendanceOutcome, replayed: boolean, event: { id: string, at: string, kind: AttendanceKind, localDate: string, timeZone: string, source: AttendanceSource, employee: { id: string, number: string, name: string } } | null, attempt: { id: string } } };

export type AttendanceEventsQueryVariables = Exact<{
  filter?: AttendanceEventFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AttendanceEventsQuery = { attendanceEvents: { nodes: Array<{ id: string, at: string, kind: AttendanceKind, localDate: string, timeZone: string, source: AttendanceSource, employee: { id: string, number: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AttendanceDaysQueryVariables = Exact<{
  filter?: AttendanceDayFilter | null | undefined;
  sort?: AttendanceDaySort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AttendanceDaysQuery = { attendanceDays: { nodes: Array<{ id: string, workDate: string, status: DayStatus, closure: DayClosure, isFinal: boolean, workedMinutes: number, breakMinutes: number, overtimeMinutes: number, lateMinutes: number, earlyMinutes: number, firstInAt: string | null, lastOutAt: string | null, timeZone: string, flags: Array<string>, employee: { id: string, number: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AttendanceReportQueryVariables = Exact<{
  input: AttendanceReportInput;
}>;


export type AttendanceReportQuery = { attendanceReport: { rows: Array<Record<string, unknown>>, totals: Record<string, unknown>, columns: Array<{ key: string, type: ReportColumnType }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RegisterFaceMutationVariables = Exact<{
  input: RegisterFaceInput;
}>;


export type RegisterFaceMutation = { registerFace: { outcome: RegisterFaceOutcome, images: Array<{ index: number, outcome: RegisterFaceOutcome, hints: Array<string> }>, duplicateOf: { id: string, number: string } | null } };

export type VerifyFaceMutationVariables = Exact<{
  input: VerifyFaceInput;
}>;


export type VerifyFaceMutation = { verifyFace: { outcome: VerificationOutcome, similarity: number | null, attempt: { id: string, at: string } } };

export type IdentifyFaceMutationVariables = Exact<{
  input: IdentifyFaceInput;
}>;


export type IdentifyFaceMutation = { identifyFace: { outcome: IdentificationOutcome, candidates: Array<{ employee: { id: string, number: string, name: string } }>, attempt: { id: string, at: string } } };

export type CompareFacesMutationVariables = Exact<{
  input: CompareFacesInput;
}>;


export type CompareFacesMutation = { compareFaces: { outcome: ComparisonOutcome, failedImage: ComparedImage | null, similarity: number | null } };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload: { uploadId: string, path: string, expiresAt: string } };

export type ImportAttendanceMutationVariables = Exact<{
  input: ImportAttendanceInput;
}>;


export type ImportAttendanceMutation = { importAttendance: { id: string, state: JobState, isDryRun: boolean, errorFilePath: string | null, resultFilePath: string | null, progress: { stage: string, done: number, total: number | null }, counts: Array<{ name: string, value: number }>, failure: { code: string, message: string } | null } };

export type ImportEmployeesMutationVariables = Exact<{
  input: ImportEmployeesInput;
}>;


export type ImportEmployeesMutation = { importEmployees: { id: string, state: JobState, isDryRun: boolean, errorFilePath: string | null, resultFilePath: string | null, progress: { stage: string, done: number, total: number | null }, counts: Array<{ name: string, value: number }>, failure: { code: string, message: string } | null } };

export type WorkFragment = { id: string, state: JobState, isDryRun: boolean, errorFilePath: string | null, resultFilePath: string | null, progress: { stage: string, done: number, total: number | null }, counts: Array<{ name: string, value: number }>, failure: { code: string, message: string } | null };

export type AttendanceRecordedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AttendanceRecordedSubscription = { attendanceRecorded: { cursor: string, node: { id: string, at: string, kind: AttendanceKind, localDate: string, timeZone: string, source: AttendanceSource, employee: { id: string, number: string, name: string } } } };

export type CaptureRefusedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CaptureRefusedSubscription = { captureRefused: { cursor: string, node: { id: string, at: string, kind: CaptureAttemptKind, outcome: string, employeeNumber: string | null } } };

export type JobProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type JobProgressSubscription = { jobProgress: { id: string, state: JobState, isDryRun: boolean, errorFilePath: string | null, resultFilePath: string | null, progress: { stage: string, done: number, total: number | null }, counts: Array<{ name: string, value: number }>, failure: { code: string, message: string } | null } };

export type PersonFragment = { id: string, number: string, name: string, externalId: string | null, status: EmployeeStatus, faceStatus: FaceStatus, joiningDate: string | null, leavingDate: string | null, version: number };

export type EmployeeQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: string | null | undefined;
}>;


export type EmployeeQuery = { employee: { id: string, number: string, name: string, externalId: string | null, status: EmployeeStatus, faceStatus: FaceStatus, joiningDate: string | null, leavingDate: string | null, version: number } | null };

export type EmployeesQueryVariables = Exact<{
  filter?: EmployeeFilter | null | undefined;
  sort?: EmployeeSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EmployeesQuery = { employees: { nodes: Array<{ id: string, number: string, name: string, externalId: string | null, status: EmployeeStatus, faceStatus: FaceStatus, joiningDate: string | null, leavingDate: string | null, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateEmployeeMutationVariables = Exact<{
  input: CreateEmployeeInput;
}>;


export type CreateEmployeeMutation = { createEmployee: { id: string, number: string, name: string, externalId: string | null, status: EmployeeStatus, faceStatus: FaceStatus, joiningDate: string | null, leavingDate: string | null, version: number } };

export type UpsertEmployeesMutationVariables = Exact<{
  input: UpsertEmployeesInput;
}>;


export type UpsertEmployeesMutation = { upsertEmployees: { replayed: boolean, results: Array<{ index: number, outcome: UpsertOutcome, employeeId: string | null, code: string | null, field: string | null, problem: string | null }> } };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { recordConsent: { id: string, textVersion: string, recordedAt: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MarkFragmentDoc = new TypedDocumentString(`
    fragment Mark on AttendanceEvent {
  id
  at
  kind
  localDate
  timeZone
  source
  employee {
    id
    number
    name
  }
}
    `, {"fragmentName":"Mark"}) as unknown as TypedDocumentString<MarkFragment, unknown>;
export const WorkFragmentDoc = new TypedDocumentString(`
    fragment Work on Job {
  id
  state
  isDryRun
  progress {
    stage
    done
    total
  }
  counts {
    name
    value
  }
  failure {
    code
    message
  }
  errorFilePath
  resultFilePath
}
    `, {"fragmentName":"Work"}) as unknown as TypedDocumentString<WorkFragment, unknown>;
export const PersonFragmentDoc = new TypedDocumentString(`
    fragment Person on Employee {
  id
  number
  name
  externalId
  status
  faceStatus
  joiningDate
  leavingDate
  version
}
    `, {"fragmentName":"Person"}) as unknown as TypedDocumentString<PersonFragment, unknown>;
export const RecordAttendanceDocument = new TypedDocumentString(`
    mutation RecordAttendance($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    outcome
    replayed
    event {
      ...Mark
    }
    attempt {
      id
    }
  }
}
    fragment Mark on AttendanceEvent {
  id
  at
  kind
  localDate
  timeZone
  source
  employee {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<RecordAttendanceMutation, RecordAttendanceMutationVariables>;
export const RecordSupervisorMarkDocument = new TypedDocumentString(`
    mutation RecordSupervisorMark($input: RecordSupervisorMarkInput!) {
  recordSupervisorMark(input: $input) {
    outcome
    replayed
    event {
      ...Mark
    }
    attempt {
      id
    }
  }
}
    fragment Mark on AttendanceEvent {
  id
  at
  kind
  localDate
  timeZone
  source
  employee {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<RecordSupervisorMarkMutation, RecordSupervisorMarkMutationVariables>;
export const AttendanceEventsDocument = new TypedDocumentString(`
    query AttendanceEvents($filter: AttendanceEventFilter, $first: Int, $after: String) {
  attendanceEvents(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Mark
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Mark on AttendanceEvent {
  id
  at
  kind
  localDate
  timeZone
  source
  employee {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<AttendanceEventsQuery, AttendanceEventsQueryVariables>;
export const AttendanceDaysDocument = new TypedDocumentString(`
    query AttendanceDays($filter: AttendanceDayFilter, $sort: AttendanceDaySort, $first: Int, $after: String) {
  attendanceDays(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes {
      id
      workDate
      status
      closure
      isFinal
      workedMinutes
      breakMinutes
      overtimeMinutes
      lateMinutes
      earlyMinutes
      firstInAt
      lastOutAt
      timeZone
      flags
      employee {
        id
        number
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AttendanceDaysQuery, AttendanceDaysQueryVariables>;
export const AttendanceReportDocument = new TypedDocumentString(`
    query AttendanceReport($input: AttendanceReportInput!) {
  attendanceReport(input: $input) {
    columns {
      key
      type
    }
    rows
    totals
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AttendanceReportQuery, AttendanceReportQueryVariables>;
export const RegisterFaceDocument = new TypedDocumentString(`
    mutation RegisterFace($input: RegisterFaceInput!) {
  registerFace(input: $input) {
    outcome
    images {
      index
      outcome
      hints
    }
    duplicateOf {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterFaceMutation, RegisterFaceMutationVariables>;
export const VerifyFaceDocument = new TypedDocumentString(`
    mutation VerifyFace($input: VerifyFaceInput!) {
  verifyFace(input: $input) {
    outcome
    similarity
    attempt {
      id
      at
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyFaceMutation, VerifyFaceMutationVariables>;
export const IdentifyFaceDocument = new TypedDocumentString(`
    mutation IdentifyFace($input: IdentifyFaceInput!) {
  identifyFace(input: $input) {
    outcome
    candidates {
      employee {
        id
        number
        name
      }
    }
    attempt {
      id
      at
    }
  }
}
    `) as unknown as TypedDocumentString<IdentifyFaceMutation, IdentifyFaceMutationVariables>;
export const CompareFacesDocument = new TypedDocumentString(`
    mutation CompareFaces($input: CompareFacesInput!) {
  compareFaces(input: $input) {
    outcome
    failedImage
    similarity
  }
}
    `) as unknown as TypedDocumentString<CompareFacesMutation, CompareFacesMutationVariables>;
export const CreateUploadDocument = new TypedDocumentString(`
    mutation CreateUpload($input: CreateUploadInput!) {
  createUpload(input: $input) {
    uploadId
    path
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreateUploadMutation, CreateUploadMutationVariables>;
export const ImportAttendanceDocument = new TypedDocumentString(`
    mutation ImportAttendance($input: ImportAttendanceInput!) {
  importAttendance(input: $input) {
    ...Work
  }
}
    fragment Work on Job {
  id
  state
  isDryRun
  progress {
    stage
    done
    total
  }
  counts {
    name
    value
  }
  failure {
    code
    message
  }
  errorFilePath
  resultFilePath
}`) as unknown as TypedDocumentString<ImportAttendanceMutation, ImportAttendanceMutationVariables>;
export const ImportEmployeesDocument = new TypedDocumentString(`
    mutation ImportEmployees($input: ImportEmployeesInput!) {
  importEmployees(input: $input) {
    ...Work
  }
}
    fragment Work on Job {
  id
  state
  isDryRun
  progress {
    stage
    done
    total
  }
  counts {
    name
    value
  }
  failure {
    code
    message
  }
  errorFilePath
  resultFilePath
}`) as unknown as TypedDocumentString<ImportEmployeesMutation, ImportEmployeesMutationVariables>;
export const AttendanceRecordedDocument = new TypedDocumentString(`
    subscription AttendanceRecorded($siteId: ID, $after: String) {
  attendanceRecorded(siteId: $siteId, after: $after) {
    cursor
    node {
      ...Mark
    }
  }
}
    fragment Mark on AttendanceEvent {
  id
  at
  kind
  localDate
  timeZone
  source
  employee {
    id
    number
    name
  }
}`) as unknown as TypedDocumentString<AttendanceRecordedSubscription, AttendanceRecordedSubscriptionVariables>;
export const CaptureRefusedDocument = new TypedDocumentString(`
    subscription CaptureRefused($siteId: ID, $after: String) {
  captureRefused(siteId: $siteId, after: $after) {
    cursor
    node {
      id
      at
      kind
      outcome
      employeeNumber
    }
  }
}
    `) as unknown as TypedDocumentString<CaptureRefusedSubscription, CaptureRefusedSubscriptionVariables>;
export const JobProgressDocument = new TypedDocumentString(`
    subscription JobProgress($id: ID!) {
  jobProgress(id: $id) {
    ...Work
  }
}
    fragment Work on Job {
  id
  state
  isDryRun
  progress {
    stage
    done
    total
  }
  counts {
    name
    value
  }
  failure {
    code
    message
  }
  errorFilePath
  resultFilePath
}`) as unknown as TypedDocumentString<JobProgressSubscription, JobProgressSubscriptionVariables>;
export const EmployeeDocument = new TypedDocumentString(`
    query Employee($id: ID, $number: String) {
  employee(id: $id, number: $number) {
    ...Person
  }
}
    fragment Person on Employee {
  id
  number
  name
  externalId
  status
  faceStatus
  joiningDate
  leavingDate
  version
}`) as unknown as TypedDocumentString<EmployeeQuery, EmployeeQueryVariables>;
export const EmployeesDocument = new TypedDocumentString(`
    query Employees($filter: EmployeeFilter, $sort: EmployeeSort, $first: Int, $after: String) {
  employees(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes {
      ...Person
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Person on Employee {
  id
  number
  name
  externalId
  status
  faceStatus
  joiningDate
  leavingDate
  version
}`) as unknown as TypedDocumentString<EmployeesQuery, EmployeesQueryVariables>;
export const CreateEmployeeDocument = new TypedDocumentString(`
    mutation CreateEmployee($input: CreateEmployeeInput!) {
  createEmployee(input: $input) {
    ...Person
  }
}
    fragment Person on Employee {
  id
  number
  name
  externalId
  status
  faceStatus
  joiningDate
  leavingDate
  version
}`) as unknown as TypedDocumentString<CreateEmployeeMutation, CreateEmployeeMutationVariables>;
export const UpsertEmployeesDocument = new TypedDocumentString(`
    mutation UpsertEmployees($input: UpsertEmployeesInput!) {
  upsertEmployees(input: $input) {
    replayed
    results {
      index
      outcome
      employeeId
      code
      field
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<UpsertEmployeesMutation, UpsertEmployeesMutationVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    id
    textVersion
    recordedAt
  }
}
    `) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;