import { randomUUID } from 'node:crypto';
import type {
  ActorRef,
  AttendanceEvent,
  CaptureAttempt,
  DayRecord,
  NewAuditEntry,
  NewFaceTemplate,
  TemplateAccess,
} from '../entities/index.js';
import type { NewConsent } from '../repositories/consent.repository.js';
import type { NewEmployee } from '../repositories/employee.repository.js';

/** Complete, valid entities with random ids; a test names only what it is about. */

export const TEST_ACTOR: ActorRef = { kind: 'SYSTEM', id: 'test' };
const AT = new Date('2026-03-02T08:00:00.000Z');

export function anEmployee(given: Partial<NewEmployee> = {}): NewEmployee {
  const id = randomUUID();
  const nothing = { email: null, externalId: null, siteId: null, joiningDate: null, leavingDate: null };
  const number = `E-${id.slice(0, 8)}`;
  return { id, number, name: 'Ada Example', ...nothing, status: 'ACTIVE', createdAt: AT, updatedAt: AT, ...given };
}

export function aConsent(employeeId: string, given: Partial<NewConsent> = {}): NewConsent {
  return {
    id: randomUUID(),
    employeeId,
    purpose: 'FACE_RECOGNITION',
    textVersion: '1',
    textLanguage: 'EN',
    textHash: '0'.repeat(64),
    method: 'ON_SCREEN',
    recordedBy: TEST_ACTOR,
    recordedAt: AT,
    ...given,
  };
}

/** `vector` is random unless given: no face of anybody. */
export function aTemplate(
  owner: { readonly employeeId: string; readonly consentId: string },
  given: Partial<NewFaceTemplate> = {},
): NewFaceTemplate {
  const vector = Float32Array.from({ length: 192 }, () => Math.random() - 0.5);
  const fixed = { modelId: 'test-model', imageCount: 1, quality: 0.9, createdBy: TEST_ACTOR, createdAt: AT };
  return { id: randomUUID(), ...owner, ...fixed, vector, ...given };
}

export function anAttempt(given: Partial<CaptureAttempt> = {}): CaptureAttempt {
  const nothing = {
    employeeId: null,
    employeeNumber: null,
    siteId: null,
    similarity: null,
    quality: null,
    pad: null,
    liveness: null,
  };
  const none = { operatingPoint: null, modelId: null, deviceId: null, requestId: null, proof: null, place: null };
  const fixed = { kind: 'ATTENDANCE', outcome: 'NON_MATCH', source: 'KIOSK', actor: TEST_ACTOR, at: AT } as const;
  return { id: randomUUID(), ...nothing, ...none, ...fixed, ...given };
}

export function anEvent(employeeId: string, given: Partial<AttendanceEvent> = {}): AttendanceEvent {
  const none = { siteId: null, attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
  const plain = { isVoid: false, isRemote: false };
  const made = { kind: 'AUTO', source: 'KIOSK', assurance: 'FACE_PAIRED_DEVICE', actor: TEST_ACTOR } as const;
  const when = { at: AT, timeZone: 'Europe/Berlin', localDate: '2026-03-02', recordedAt: AT };
  return { id: randomUUID(), employeeId, ...none, ...plain, ...made, ...when, ...given };
}

export function aDayRecord(employeeId: string, given: Partial<DayRecord> = {}): DayRecord {
  const minutes = { workedMinutes: 480, breakMinutes: 0, lateMinutes: 0, earlyMinutes: 0, overtimeMinutes: 0 };
  const none = { siteId: null, departmentId: null, shiftId: null, firstInAt: null, lastOutAt: null };
  const rest = { flags: [], markCount: 2, policyVersion: '1', detail: '{}', figures: '{}', digest: randomUUID() };
  const day = { workDate: '2026-03-02', status: 'PRESENT', closure: 'FINAL', isFinal: false, computedAt: AT } as const;
  return { id: randomUUID(), employeeId, ...none, ...minutes, ...rest, ...day, ...given };
}

export function anAuditEntry(given: Partial<NewAuditEntry> = {}): NewAuditEntry {
  const fixed = {
    at: AT,
    actor: TEST_ACTOR,
    action: 'TEST_DONE',
    target: null,
    outcome: 'DONE',
    requestId: null,
  } as const;
  return { id: randomUUID(), ...fixed, details: {}, ...given };
}

export function anAccess(given: Partial<TemplateAccess> = {}): TemplateAccess {
  return { auditId: randomUUID(), at: AT, actor: TEST_ACTOR, reason: 'TEST', requestId: null, ...given };
}
