import { assertNever, type VerificationOutcome } from '@rollcall/contracts';
import type { AttemptLiveness, AttemptResult, DbSession, Employee, ThrottleTicket } from '@rollcall/db';
import {
  type CaptureResult,
  createEmbedding,
  type FaceEngine,
  type OperatingPoint,
  verifyFrames,
} from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import { type Claim, claimedEmployee, throttleSubject } from '../../services/claimed-employee.js';
import type { FacePhotoKeeper, PhotoDraft } from '../../services/face-photo-keeper.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';
import type { SeenFace, ShownFace } from '../../services/shown-face.js';
import type { PinService, SecondFactor } from '../pin/pin.service.js';
import type { ShownFaceCheck } from './shown-face-check.js';

export interface FaceCheckRequest {
  /** Who the person says they are. */
  readonly claim: Claim;
  readonly shown: ShownFace;
  /** Beside the face, for who needs both. */
  readonly pin: string | null;
  /** Names the request, so that a challenge serves one. */
  readonly requestKey: string;
  /** For the audit of the reading of templates. */
  readonly reason: 'VERIFY' | 'ATTENDANCE';
}

export interface FaceCheck {
  readonly outcome: VerificationOutcome;
  readonly similarity: number | null;
  /** Null: unknown, or not this actor's to see. */
  readonly employee: Employee | null;
  /** Null: no image was looked at. */
  readonly capture: CaptureResult | null;
  /** Null: no movements were asked for. */
  readonly liveness: AttemptLiveness | null;
  readonly point: OperatingPoint;
  /** To be kept with the attempt; null: none. */
  readonly photo: PhotoDraft | null;
}

/** The parts that the checked person is given: nothing but what happens in `conclude` is written. */
export type Conclude<T> = (check: FaceCheck, session: DbSession) => Promise<T>;

const NOTHING_SEEN = { capture: null, liveness: null, photo: null } as const;

interface Judged {
  readonly outcome: VerificationOutcome;
  readonly similarity: number | null;
  readonly employee: Employee | null;
  /** That of STANDARD unless faces were compared: nobody learns from it who is known. */
  readonly point: OperatingPoint;
}

/**
 * The road that verification and attendance share: throttle, capture, comparison with the person's own templates.
 * An unknown person, one of another site, one who left and one without a face all get the same answer after the same work.
 */
export class FaceCheckService {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
    private readonly shownFaces: ShownFaceCheck,
    private readonly pins: PinService,
    private readonly photos: FacePhotoKeeper,
  ) {}

  /**
   * Runs one check and writes what follows from it together with its count in the throttle.
   *
   * @throws DomainError the errors of image and engine; then nothing is written and the attempt does not count
   */
  async run<T>(actor: Actor, request: FaceCheckRequest, conclude: Conclude<T>): Promise<T> {
    const { db, now } = this.context;
    const employee = await claimedEmployee(this.context, actor, request.claim);
    const point = this.engine.operatingPoint('VERIFY');
    const subject = throttleSubject(employee, request.claim);
    const gate = await db.throttles.begin(subject, `${actor.kind}:${actor.id}`, now());
    if (gate.state !== 'OPEN') {
      const check = { outcome: 'LOCKED_OUT', similarity: null, employee, ...NOTHING_SEEN, point } as const;
      return retryDuplicate(() => db.withTransaction((session) => conclude(check, session)));
    }
    try {
      const { requestKey } = request;
      const seen = await this.shownFaces.look(actor, request.shown, { subject, requestKey });
      const face = await this.judge(actor, request, seen, employee);
      const second = await this.besideFace(actor, face, request.pin);
      const judged = second === null ? face : { ...face, outcome: second.outcome };
      const { capture, liveness } = seen;
      const photo = await this.photos.draft('ATTEMPT', judged.employee, seen.picture);
      const write = () =>
        db.withTransaction(async (session) => {
          await db.throttles.settle(gate.ticket, resultOf(judged.outcome, capture), now(), { session });
          await second?.settle(session);
          return conclude({ ...judged, capture, liveness, photo }, session);
        });
      return await retryDuplicate(write);
    } catch (error) {
      await this.giveBack(gate.ticket);
      throw error;
    }
  }

  private async judge(
    actor: Actor,
    request: FaceCheckRequest,
    seen: SeenFace,
    employee: Employee | null,
  ): Promise<Judged> {
    const standard = this.engine.operatingPoint('VERIFY');
    if (seen.outcome !== 'CAPTURED') return { outcome: seen.outcome, similarity: null, employee, point: standard };
    const { now, newId, db } = this.context;
    const { modelId } = this.engine;
    const access = {
      auditId: newId(),
      at: now(),
      actor: actorRef(actor),
      reason: request.reason,
      requestId: actor.requestId,
    };
    const subject = await db.templateReader.readForVerification({ employee: request.claim, modelId }, access);
    const gallery = (subject?.templates ?? []).map(({ vector }) => createEmbedding(modelId, vector));
    if (employee === null || employee.status !== 'ACTIVE' || gallery.length === 0) {
      return { outcome: 'NOT_ENROLLED', similarity: null, employee, point: standard };
    }
    // The stricter point is that of searching: ten times fewer false matches (docs/adr/0074).
    const point = employee.verificationLevel === 'STRICT' ? this.engine.operatingPoint('IDENTIFY') : standard;
    const { outcome, similarity } = verifyFrames(seen.probes, gallery, point);
    return { outcome, similarity, employee, point };
  }

  /** Null: this person needs no PIN, or the face was refused, and then no PIN is looked at. */
  private async besideFace(actor: Actor, face: Judged, pin: string | null): Promise<SecondFactor | null> {
    const { outcome, employee } = face;
    if (outcome !== 'MATCH' || employee?.verificationLevel !== 'FACE_AND_PIN') return null;
    return this.pins.checkBesideFace(actor, employee, pin);
  }

  /** The attempt came to nothing through no fault of the person. If this fails too, it stops counting by itself. */
  private async giveBack(ticket: ThrottleTicket): Promise<void> {
    await this.context.db.throttles.settle(ticket, 'NEUTRAL', this.context.now()).catch(() => undefined);
  }
}

/** Movements that were not sent, or came too late, are no try at a face: nothing was looked at. */
export const livenessResult = (capture: CaptureResult | null): AttemptResult =>
  capture === null ? 'NEUTRAL' : 'FAILURE';

function resultOf(outcome: VerificationOutcome, capture: CaptureResult | null): AttemptResult {
  switch (outcome) {
    case 'MATCH':
      return 'SUCCESS';
    case 'NON_MATCH':
    case 'PRESENTATION_ATTACK':
      return 'FAILURE';
    case 'LIVENESS_FAILED':
      return livenessResult(capture);
    case 'NOT_ENROLLED':
    case 'NO_FACE':
    case 'MULTIPLE_FACES':
    case 'LOW_QUALITY':
    case 'LOCKED_OUT':
    case 'PIN_REQUIRED':
    case 'PIN_MISMATCH':
    case 'PIN_NOT_SET':
      return 'NEUTRAL';
    default:
      return assertNever(outcome);
  }
}
