import type { ErasedKind } from '@rollcall/contracts';
import type { Models } from '../models/index.js';

/** What becomes of the documents about a person who is erased. `by`: the fields that hold the person's id. */
export type PersonTrace =
  | { readonly does: 'DELETE'; readonly by: readonly string[]; readonly kind: ErasedKind }
  /** Texts that people typed are replaced: they may say anything. */
  | { readonly does: 'BLANK'; readonly by: readonly string[]; readonly texts: readonly string[] }
  /** Says why it may stay. */
  | { readonly does: 'KEEP'; readonly why: string };

const ABOUT = ['employeeId'] as const;
const DECIDED = ['reason', 'decisionNote'] as const;

/** Every collection that names people by their id; a test finds one that is missing here. */
export const PERSON_TRACES: Readonly<Partial<Record<keyof Models, PersonTrace>>> = {
  facePhotos: { does: 'DELETE', by: ABOUT, kind: 'FACE_PHOTOS' },
  captureAttempts: { does: 'DELETE', by: ABOUT, kind: 'CAPTURE_ATTEMPTS' },
  notifications: { does: 'DELETE', by: ABOUT, kind: 'NOTIFICATIONS' },
  invitations: { does: 'DELETE', by: ABOUT, kind: 'INVITATIONS' },
  employeePins: { does: 'DELETE', by: ['_id'], kind: 'PIN' },
  faceThrottles: { does: 'DELETE', by: ['_id'], kind: 'OTHER' },
  livenessChallenges: { does: 'DELETE', by: ['subject'], kind: 'OTHER' },
  attendanceEvents: { does: 'BLANK', by: ABOUT, texts: ['checkIn.reason'] },
  leaves: { does: 'BLANK', by: ABOUT, texts: DECIDED },
  corrections: { does: 'BLANK', by: ABOUT, texts: DECIDED },
  markDisputes: { does: 'BLANK', by: [...ABOUT, 'actualEmployeeId'], texts: DECIDED },
  overtimeDecisions: { does: 'BLANK', by: ABOUT, texts: ['note'] },
  faceTemplates: { does: 'KEEP', why: 'FaceTemplateRepository deletes them and destroys their key.' },
  users: { does: 'KEEP', why: 'The row stays for the audit log, without name and address.' },
  consents: { does: 'KEEP', why: 'Proof that the face was kept lawfully; no name.' },
  dayRecords: { does: 'KEEP', why: 'Hours, for pay and law; no name.' },
  paidPeriods: { does: 'KEEP', why: 'What payroll was given; no name.' },
  offShiftMarks: { does: 'KEEP', why: 'Marks, for pay and law; no name.' },
  shiftAssignments: { does: 'KEEP', why: 'What days are judged by; no name.' },
  departments: { does: 'KEEP', why: 'Who heads it; no name.' },
  idempotencyRecords: { does: 'KEEP', why: 'Ids, outcomes and hashes that nobody can guess; gone after 30 days.' },
  dayRebuilds: { does: 'KEEP', why: 'Days that are yet to be computed; gone when that is done.' },
};

/** Collections about an account, by `userId`, that go when its person is erased. */
export const ACCOUNT_TRACES = [
  ...(['sessions', 'signIns', 'secondFactors', 'passkeys', 'passwordResets'] as const),
  ...(['notifications', 'savedViews'] as const),
] satisfies readonly (keyof Models)[];
