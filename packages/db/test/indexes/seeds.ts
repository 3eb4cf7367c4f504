/** Documents enough that the planner's choice is one: `make(i)` for i from 0, 600 of each collection. */
export const SEEDED = 600;

const HOUR_MS = 3_600_000;

export const moment = (i: number): Date => new Date(Date.UTC(2026, 0, 1) + i * HOUR_MS);
export const dateOf = (i: number): string =>
  moment(i * 24)
    .toISOString()
    .slice(0, 10);

const person = (i: number) => `p${i % 60}`;
const site = (i: number) => `s${i % 12}`;
const pick = <T>(i: number, ...values: readonly T[]): T => values[i % values.length] as T;
const status = (i: number) => pick(i, 'APPROVED', 'APPROVED', 'APPROVED', 'REJECTED', 'PENDING');

const mark = (i: number) => ({ employeeId: person(i), siteId: site(i), at: moment(i), localDate: dateOf(i / 24) });
const created = (i: number) => ({ createdAt: moment(i), updatedAt: moment(i), version: 1 });
const named = (i: number) => ({ name: `N ${i}`, nameKey: `n ${i}`, ...created(i) });
const hashed = (i: number) => ({ tokenHash: `t${i}`, expiresAt: moment(i) });

export const SEEDS: Readonly<Record<string, (i: number) => object>> = {
  sites: named,
  shifts: named,
  departments: named,
  leaveTypes: named,
  customFields: (i) => ({ key: `k${i}`, ...created(i) }),
  devices: (i) => ({
    ...{ ...named(i), siteId: site(i), status: 'ACTIVE', serialNumber: i % 2 ? `SN${i}` : null },
    ...{ pairingCodeHash: i % 2 ? `code${i}` : null, pairingExpiresAt: new Date('2100-01-01') },
  }),
  employees: (i) => ({
    ...{ number: `E${i}`, numberKey: `e${i}`, numberSortKey: `e${String(i).padStart(5, '0')}`, ...named(i) },
    ...{ externalId: i % 2 ? `x${i}` : null, badgeKey: i % 2 ? `b${i}` : null, emailKey: i % 2 ? `m${i}` : null },
    ...{ departmentId: `d${i % 15}`, defaultShiftId: i % 3 ? null : `h${i % 30}`, siteId: site(i) },
    ...{ mergedIntoId: i % 20 ? null : person(i), status: pick(i, 'ACTIVE', 'ACTIVE', 'ACTIVE', 'INACTIVE') },
  }),
  attendanceEvents: (i) => ({
    ...{ ...mark(i), kind: 'AUTO', source: 'KIOSK', attemptId: `a${i}`, recordedAt: moment(i) },
    ...{ replacesEventId: i % 10 ? null : `r${i}`, importId: i % 5 ? null : `i${i % 15}` },
  }),
  captureAttempts: (i) => ({
    ...{ ...mark(i), outcome: pick(i, 'MATCH', 'MATCH', 'MATCH', 'MATCH', 'NON_MATCH') },
    ...{ kind: 'ATTENDANCE', proof: 'FACE', source: 'KIOSK', deviceId: null },
  }),
  offShiftMarks: mark,
  dayRecords: (i) => ({
    ...{ employeeId: person(i), workDate: dateOf(i / 60), shiftId: `h${i % 20}`, siteId: site(i) },
    ...{ departmentId: `d${i % 15}`, status: pick(i, 'PRESENT', 'PRESENT', 'PRESENT', 'ABSENT'), markCount: 2 },
    ...{ flags: i % 8 ? [] : ['LATE'], isFinal: false, detail: '{}', figures: '{}' },
  }),
  shiftAssignments: (i) => ({
    ...{ employeeId: person(i), from: dateOf(i), to: null, schedule: { kind: 'SHIFT', shiftId: `h${i % 30}` } },
  }),
  attendancePolicies: (i) => ({ policyId: `p${i % 60}`, number: Math.floor(i / 60) }),
  holidays: (i) => ({ ...named(i), date: dateOf(i), siteId: null }),
  leaves: (i) => ({ ...created(i), employeeId: person(i), from: dateOf(i), to: dateOf(i + 1), status: status(i) }),
  corrections: (i) => ({ ...created(i), employeeId: person(i), status: status(i), localDate: dateOf(i / 24) }),
  markDisputes: (i) => ({
    ...created(i),
    employeeId: person(i),
    status: i % 9 ? 'REJECTED' : 'OPEN',
    eventId: `v${i}`,
  }),
  notifications: (i) => ({
    ...{ userId: `u${i % 30}`, kind: i % 4 ? 'LATE' : 'MISSING_MARK', subject: `n${i}`, createdAt: moment(i) },
    ...{ isInApp: true, isUnread: i % 5 === 0, settledAt: i % 5 ? moment(i) : null, readAt: null, siteId: site(i) },
    ...{ mailDueAt: i % 20 ? null : moment(i), expiresAt: moment(1_000_000) },
  }),
  finalisedPeriods: (i) => ({ ...created(i), from: dateOf(i), to: dateOf(i), reopenedAt: null }),
  periodSignOffs: (i) => ({ ...created(i), from: dateOf(i), to: dateOf(i), signedAt: moment(i) }),
  paidPeriods: (i) => ({ periodId: `f${i % 20}`, employeeId: `p${i}`, rows: [] }),
  overtimeDecisions: (i) => ({ ...created(i), employeeId: person(i), workDate: dateOf(i) }),
  dayRebuilds: (i) => ({ requestedAt: moment(i) }),
  consents: (i) => ({
    ...{ employeeId: `p${i % 300}`, purpose: 'FACE_RECOGNITION', recordedAt: moment(i) },
    ...(i < 300 ? { isInForce: true } : {}),
  }),
  facePhotos: (i) => ({ employeeId: person(i), kind: i % 5 ? 'ATTEMPT' : 'REGISTRATION', createdAt: moment(i) }),
  faceTemplates: (i) => ({ employeeId: person(i), modelId: `m${i % 10}`, createdAt: moment(i) }),
  livenessChallenges: (i) => ({ frameHashes: [`f${i}`, `g${i}`], deleteAt: moment(1_000_000) }),
  apiKeys: created,
  webhooks: created,
  webhookDeliveries: (i) => ({
    ...{ webhookId: `w${i % 6}`, state: i % 9 ? 'DELIVERED' : 'PENDING', sequence: i, subject: `u${i}` },
    ...{ createdAt: moment(i), nextAttemptAt: moment(0), expiresAt: moment(1_000_000) },
  }),
  invitations: (i) => ({ ...created(i), ...hashed(i), email: `m${i}@example.org`, acceptedAt: null, revokedAt: null }),
  passwordResets: (i) => ({ ...hashed(i), userId: person(i), createdAt: moment(i), expiresAt: moment(1_000_000) }),
  exportTickets: (i) => ({ ...hashed(i), expiresAt: moment(1_000_000) }),
  savedViews: (i) => ({ ...created(i), userId: `u${i % 30}`, list: 'EMPLOYEES', nameKey: `n${i}` }),
  reportSchedules: (i) => ({
    ...{ ...created(i), ownerId: `u${i % 30}`, isPaused: false, nextAt: moment(i) },
    retryAt: i % 20 ? null : moment(i),
  }),
  uploads: (i) => ({ ...hashed(i), expiresAt: moment(1_000_000), state: 'OPEN', createdBy: { id: person(i) } }),
  blobs: (i) => ({ state: 'COMPLETE', expiresAt: moment(i) }),
  jobs: (i) => ({
    ...{ ...created(i), kind: 'ATTENDANCE_IMPORT', createdBy: { id: person(i) }, runs: 0, leaseUntil: null },
    state: i > 590 ? 'QUEUED' : i === 590 ? 'RUNNING' : 'SUCCEEDED',
  }),
  jobIssues: (i) => ({ jobId: `j${i % 10}`, row: i }),
  idempotencyRecords: (i) => ({
    ...{ actorId: person(i), key: `k${i}`, inputHash: 'h', state: 'FINISHED', token: 't', answer: {} },
    ...{ leaseUntil: moment(0), expiresAt: moment(1_000_000) },
  }),
  auditEntries: (i) => ({
    ...{ at: moment(i), actor: { kind: 'USER', id: person(i) }, action: `A${i % 20}`, sequence: 10_000 + i },
    target: { kind: 'EMPLOYEE', id: person(i * 7) },
  }),
  dataKeys: (i) => ({ ownerId: `employee:p${i}`, masterKeyVersion: 1 }),
  erasedKeys: (i) => ({ ownerId: `employee:p${i % 60}`, erasedAt: moment(i) }),
};
