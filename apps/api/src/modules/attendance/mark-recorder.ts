import type { MarkRole } from '@rollcall/attendance';
import {
  type AssuranceLevel,
  type AttendanceKind,
  DomainError,
  type MarkProof,
  type RecordAttendanceOutcome,
} from '@rollcall/contracts';
import type { AttendanceEvent, CaptureAttempt, DbSession, IdempotencyClaim } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { attemptRecord, sourceOf } from '../../services/attempt-record.js';
import { keepPhoto } from '../../services/face-photo-keeper.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { FaceCheck } from '../face/face-check.service.js';
import type { IdentityCheck } from '../face/identify-check.service.js';
import type { PinCheck } from '../pin/pin.service.js';
import type { AttendanceDayService } from './attendance-day.service.js';
import { countedAt, deviceOf, isDeviceRefused } from './device-terms.js';
import { type Mark, MarkJudge, type MarkOrigin, type MarkVerdict } from './mark-judge.js';

export interface RecordedAttendance {
  readonly outcome: RecordAttendanceOutcome;
  readonly event: AttendanceEvent | null;
  readonly attempt: CaptureAttempt;
  readonly replayed: boolean;
  readonly role: MarkRole | null;
}

/** What is stored under an idempotency key: enough to give the same answer again. */
export type StoredAnswer = {
  readonly outcome: RecordAttendanceOutcome;
  readonly attemptId: string;
  readonly eventId: string | null;
  /** What the day made of the mark; null: no day holds it. Answers of before this was kept have none. */
  readonly role?: MarkRole | null;
};

/** How the check of who is there ended, and how sure a mark through it is. */
export type ProofCheck = Omit<FaceCheck, 'outcome' | 'point'> & {
  readonly outcome: FaceCheck['outcome'] | IdentityCheck['outcome'] | PinCheck['outcome'];
  readonly point: FaceCheck['point'] | null;
  readonly proof: MarkProof;
  readonly assurance: AssuranceLevel;
};

/** What was told with a mark. */
export interface MarkFacts {
  /** The number that was claimed, if one was. */
  readonly employeeNumber: string | null;
  readonly kind: AttendanceKind;
  readonly costCentre: string | null;
  readonly capturedAt: Date | null;
  readonly receivedAt: Date;
  /** Kept by a device that did not reach us. */
  readonly isOffline: boolean;
  /** Why somebody marks for the person; null if the person does. */
  readonly reason: string | null;
  readonly origin: MarkOrigin | null;
}

/** Writes what follows from a check: attempt, event, day, audit and answer, all of it or nothing. */
export class MarkRecorder {
  private readonly marks: MarkJudge;

  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {
    this.marks = new MarkJudge(context);
  }

  async conclude(
    actor: Actor,
    facts: MarkFacts,
    check: ProofCheck,
    claim: IdempotencyClaim,
    session: DbSession,
  ): Promise<StoredAnswer> {
    const { db } = this.context;
    const { employee } = check;
    const device = await deviceOf(this.context, actor, session);
    const isRefused = isDeviceRefused(actor, device, facts);
    const isKnown = check.outcome === 'MATCH' && employee !== null && !isRefused;
    const at = countedAt(facts);
    const mark = isKnown ? await this.marks.prepare(employee, at, device?.siteId ?? null, session) : null;
    const verdict = isRefused
      ? DEVICE_REFUSED
      : mark === null
        ? refusalOf(check)
        : this.marks.judge(mark, facts.origin);
    const { place } = verdict;
    const attempted = attemptRecord(this.context, actor, {
      ...check,
      ...{ kind: 'ATTENDANCE', outcome: verdict.outcome, place, at: facts.receivedAt },
      employeeNumber: employee?.number ?? facts.employeeNumber,
    });
    const isAccepted = verdict.outcome === 'RECORDED' || verdict.outcome === 'DOUBLE_TAP';
    const event = mark !== null && isAccepted ? this.eventOf(actor, mark, facts, check, verdict, attempted) : null;
    let { outcome } = verdict;
    let role: MarkRole | null = null;
    if (mark !== null && event !== null) {
      await db.attendanceEvents.insert(event, { session });
      role = await this.rebuild(actor, mark, event, session);
      // What the day makes of the mark is the answer; a mark that no day holds keeps the first one.
      if (role !== null) outcome = role === 'DOUBLE_TAP' ? 'DOUBLE_TAP' : 'RECORDED';
    }
    const attempt = { ...attempted, outcome };
    await db.captureAttempts.insert(attempt, { session });
    await keepPhoto(this.context, check.photo, attempt, session);
    const answer = { outcome, attemptId: attempt.id, eventId: event?.id ?? null, role };
    const witnessed = {
      action: facts.reason === null ? 'ATTENDANCE_RECORDED' : 'ATTENDANCE_RECORDED_FOR',
      target: employee === null ? null : employeeTarget(employee.id),
      outcome: isAccepted ? ('DONE' as const) : ('REFUSED' as const),
      details: answer,
    };
    await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    await db.idempotency.finish(claim, answer, { session });
    return answer;
  }

  /** The answer that was stored, now or earlier, with what it names. */
  async recall(answer: StoredAnswer, replayed: boolean): Promise<RecordedAttendance> {
    const { db } = this.context;
    const { outcome, attemptId, eventId, role = null } = answer;
    const [attempt, event] = await Promise.all([
      db.captureAttempts.getById(attemptId),
      eventId === null ? null : db.attendanceEvents.getById(eventId),
    ]);
    return { outcome, attempt, event, replayed, role };
  }

  /** A double tap is kept too: the rules see it and do not count it. */
  private eventOf(
    actor: Actor,
    { employee, site, at, localDate }: Mark,
    { kind, costCentre, capturedAt, receivedAt, isOffline, reason }: MarkFacts,
    { assurance }: ProofCheck,
    { isRemote, place }: MarkVerdict,
    attempt: CaptureAttempt,
  ): AttendanceEvent {
    const { newId, now } = this.context;
    // An offline mark lay for a while: the difference says nothing about the clock.
    const isClockTold = capturedAt !== null && !isOffline;
    const clockOffsetMs = isClockTold ? capturedAt.getTime() - receivedAt.getTime() : null;
    return {
      id: newId(),
      employeeId: employee.id,
      siteId: site.id,
      ...{ kind, assurance, at, localDate, isRemote, isOffline, costCentre },
      timeZone: site.timeZone,
      source: sourceOf(actor),
      attemptId: attempt.id,
      deviceId: actor.kind === 'DEVICE' ? actor.id : null,
      replacesEventId: null,
      isVoid: false,
      checkIn: { placeFlags: place?.flags ?? [], reason, capturedAt, clockOffsetMs },
      actor: actorRef(actor),
      recordedAt: now(),
    };
  }

  /** @returns what the day made of the mark. A roster that contradicts itself must not cost anybody a mark: the day is judged when it was put right. */
  private async rebuild(
    actor: Actor,
    mark: Mark,
    event: AttendanceEvent,
    session: DbSession,
  ): Promise<MarkRole | null> {
    const { unjudged, roles } = await this.days.rebuildAround(mark.employee, mark.localDate, event.recordedAt, session);
    const role = roles.get(event.id) ?? null;
    if (unjudged === 0) return role;
    const target = employeeTarget(mark.employee.id);
    const details = { localDate: mark.localDate };
    const witnessed = { action: 'DAY_NOT_JUDGED', target, outcome: 'REFUSED' as const, details };
    await this.context.db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    return role;
  }
}

const DEVICE_REFUSED: MarkVerdict = { outcome: 'DEVICE_REFUSED', place: null, isRemote: false };

/** MATCH never gets here: it has a mark. */
function refusalOf({ outcome }: ProofCheck): MarkVerdict {
  if (outcome === 'MATCH') throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'a match without a person' });
  return { outcome, place: null, isRemote: false };
}
