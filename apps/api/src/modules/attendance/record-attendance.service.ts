import { createHash } from 'node:crypto';
import { POLICY_DEFAULTS } from '@rollcall/attendance';
import {
  type AssuranceLevel,
  type AttendanceKind,
  DomainError,
  type RecordAttendanceOutcome,
} from '@rollcall/contracts';
import {
  type AttendanceEvent,
  type CaptureAttempt,
  type DbSession,
  type Employee,
  hashInput,
  type IdempotencyClaim,
  runOnce,
  type Site,
} from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { assuranceOf, attemptRecord, sourceOf } from '../../services/attempt-record.js';
import { readImage } from '../../services/image-input.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { FaceCheck, FaceCheckService } from '../face/face-check.service.js';
import type { PinCheck, PinService } from '../pin/pin.service.js';
import type { RecordAttendanceInput } from './attendance.inputs.js';
import type { AttendanceDayService } from './attendance-day.service.js';

export interface RecordedAttendance {
  readonly outcome: RecordAttendanceOutcome;
  readonly event: AttendanceEvent | null;
  readonly attempt: CaptureAttempt;
  readonly replayed: boolean;
}

/** What is stored under an idempotency key: enough to give the same answer again. */
type StoredAnswer = {
  readonly outcome: RecordAttendanceOutcome;
  readonly attemptId: string;
  readonly eventId: string | null;
};

interface MarkRequest {
  readonly employeeNumber: string;
  /** What the person shows: a face, or the PIN in its place. */
  readonly proof: { readonly image: Uint8Array } | { readonly pin: string };
  readonly kind: AttendanceKind;
  /** When the request reached us: the time that counts. */
  readonly receivedAt: Date;
}

/** A second mark within this time is a double tap; the engine judges a day by the policy of its shift. */
const MINIMUM_MARK_GAP_SECONDS = POLICY_DEFAULTS.minimumMarkGapSeconds;

/** How the check of face or PIN ended, and how sure a mark through it is. */
type ProofCheck = Omit<FaceCheck, 'outcome' | 'point'> & {
  readonly outcome: FaceCheck['outcome'] | PinCheck['outcome'];
  readonly point: FaceCheck['point'] | null;
  readonly assurance: AssuranceLevel;
};

/** A mark that is about to be written. */
interface Mark {
  readonly employee: Employee;
  readonly site: Pick<Site, 'id' | 'timeZone'>;
  readonly at: Date;
  readonly localDate: string;
}

export class RecordAttendanceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly faceCheck: FaceCheckService,
    private readonly pins: PinService,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Marks attendance with a face, or with the PIN in its place. The key is claimed before either is looked at; whoever comes with the same key waits for
   * and gets the same answer, refusals too.
   *
   * @throws DomainError BAD_USER_INPUT; IDEMPOTENCY_CONFLICT; the errors of image and engine, which leave the key free
   */
  async record(actor: Actor, input: RecordAttendanceInput): Promise<RecordedAttendance> {
    authorise(actor, 'attendance:write');
    const { db, now, newId } = this.context;
    const request = { ...readRequest(input), receivedAt: now() };
    const once = { request: { actorId: actor.id, key: input.idempotencyKey, inputHash: hashOf(request) }, now, newId };
    const { answer, isReplay } = await runOnce(db.idempotency, once, (claim) => this.work(actor, request, claim));
    const { outcome, attemptId, eventId } = answer as StoredAnswer;
    const [attempt, event] = await Promise.all([
      db.captureAttempts.getById(attemptId),
      eventId === null ? null : db.attendanceEvents.getById(eventId),
    ]);
    return { outcome, attempt, event, replayed: isReplay };
  }

  private work(actor: Actor, request: MarkRequest, claim: IdempotencyClaim): Promise<StoredAnswer> {
    const { employeeNumber, proof } = request;
    const who = { number: employeeNumber };
    if ('pin' in proof) {
      return this.pins.check(actor, who, proof.pin, (checked, session) => {
        const check = { ...checked, similarity: null, capture: null, point: null, assurance: 'PIN' as const };
        return this.conclude(actor, request, check, claim, session);
      });
    }
    const check = { claim: who, image: proof.image, reason: 'ATTENDANCE' } as const;
    return this.faceCheck.run(actor, check, (checked, session) =>
      this.conclude(actor, request, { ...checked, assurance: assuranceOf(actor) }, claim, session),
    );
  }

  /** Attempt, event, day, audit and answer: all of it or nothing. */
  private async conclude(
    actor: Actor,
    request: MarkRequest,
    check: ProofCheck,
    claim: IdempotencyClaim,
    session: DbSession,
  ): Promise<StoredAnswer> {
    const { db } = this.context;
    const mark =
      check.outcome === 'MATCH' && check.employee !== null
        ? await this.markFor(check.employee, request, session)
        : null;
    const outcome = mark === null ? refusalOf(check) : await this.judge(mark, session);
    const employeeNumber = check.employee?.number ?? request.employeeNumber;
    const attempt = attemptRecord(this.context, actor, {
      ...check,
      kind: 'ATTENDANCE',
      outcome,
      employeeNumber,
      at: request.receivedAt,
    });
    await db.captureAttempts.insert(attempt, { session });
    const isAccepted = outcome === 'RECORDED' || outcome === 'DOUBLE_TAP';
    const event =
      mark !== null && isAccepted
        ? await this.insertEvent(
            actor,
            mark,
            { kind: request.kind, assurance: check.assurance, attemptId: attempt.id },
            session,
          )
        : null;
    const answer = { outcome, attemptId: attempt.id, eventId: event?.id ?? null };
    const witnessed = {
      action: 'ATTENDANCE_RECORDED',
      target: check.employee === null ? null : employeeTarget(check.employee.id),
      outcome: isAccepted ? ('DONE' as const) : ('REFUSED' as const),
      details: answer,
    };
    await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    await db.idempotency.finish(claim, answer, { session });
    return answer;
  }

  private async markFor(employee: Employee, { receivedAt }: MarkRequest, session: DbSession): Promise<Mark> {
    const { sites, attendanceEvents } = this.context.db;
    const own = employee.siteId === null ? null : await sites.findById(employee.siteId, { session });
    const site = own ?? (await sites.listAll({ session }))[0];
    if (site === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
    // Two marks of one person never share an instant.
    const twin = await attendanceEvents.findLatest(employee.id, receivedAt, { session });
    const at = twin?.at.getTime() === receivedAt.getTime() ? new Date(receivedAt.getTime() + 1) : receivedAt;
    return { employee, site, at, localDate: localDateOf(at, site.timeZone) };
  }

  private async judge({ employee, at, localDate }: Mark, session: DbSession): Promise<RecordAttendanceOutcome> {
    const { joiningDate, leavingDate } = employee;
    if (joiningDate !== null && localDate < joiningDate) return 'NOT_EMPLOYED';
    if (leavingDate !== null && localDate > leavingDate) return 'NOT_EMPLOYED';
    const latest = await this.context.db.attendanceEvents.findLatest(employee.id, at, { session });
    const isDoubleTap = latest !== null && at.getTime() - latest.at.getTime() < MINIMUM_MARK_GAP_SECONDS * 1000;
    return isDoubleTap ? 'DOUBLE_TAP' : 'RECORDED';
  }

  /** A double tap is kept too: the rules see it and do not count it. */
  private async insertEvent(
    actor: Actor,
    { employee, site, at, localDate }: Mark,
    how: Pick<AttendanceEvent, 'kind' | 'assurance' | 'attemptId'>,
    session: DbSession,
  ): Promise<AttendanceEvent> {
    const { db, newId, now } = this.context;
    const event: AttendanceEvent = {
      id: newId(),
      employeeId: employee.id,
      siteId: site.id,
      ...how,
      ...{ at, localDate },
      timeZone: site.timeZone,
      source: sourceOf(actor),
      deviceId: actor.kind === 'DEVICE' ? actor.id : null,
      replacesEventId: null,
      isVoid: false,
      isRemote: false,
      costCentre: null,
      actor: actorRef(actor),
      recordedAt: now(),
    };
    await db.attendanceEvents.insert(event, { session });
    await this.days.rebuildAround(employee, localDate, event.recordedAt, session);
    return event;
  }
}

/** MATCH never gets here: it has a mark. */
function refusalOf({ outcome }: ProofCheck): RecordAttendanceOutcome {
  if (outcome === 'MATCH') throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'a match without a person' });
  return outcome;
}

function readRequest(input: RecordAttendanceInput): Omit<MarkRequest, 'receivedAt'> {
  const employeeNumber = input.employeeNumber?.trim() ?? '';
  if (employeeNumber === '') {
    throw new DomainError('BAD_USER_INPUT', {
      details: { field: 'employeeNumber', problem: 'Say whose attendance it is.' },
    });
  }
  if (input.idempotencyKey.trim() === '') {
    throw new DomainError('BAD_USER_INPUT', {
      details: { field: 'idempotencyKey', problem: 'This must not be empty.' },
    });
  }
  return { employeeNumber, proof: readProof(input), kind: input.kind };
}

function readProof({ image, pin }: RecordAttendanceInput): MarkRequest['proof'] {
  if (pin == null) return { image: readImage(image, 'image') };
  if (image == null) return { pin };
  throw new DomainError('BAD_USER_INPUT', { details: { field: 'pin', problem: 'Send an image or a PIN, not both.' } });
}

/** The image counts by its bytes, however they were encoded. A PIN is short enough to be guessed from its hash, so it stays out. */
function hashOf({ employeeNumber, kind, proof }: MarkRequest): string {
  if ('pin' in proof) return hashInput({ employeeNumber, kind, proof: 'PIN' });
  return hashInput({ employeeNumber, kind, image: createHash('sha256').update(proof.image).digest('hex') });
}
