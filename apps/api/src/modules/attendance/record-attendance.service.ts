import { type IdempotencyClaim, runOnce } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { assuranceOf } from '../../services/attempt-record.js';
import { badInput } from '../../services/bad-input.js';
import { claimOfBadge } from '../../services/claimed-employee.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { FaceCheckService } from '../face/face-check.service.js';
import type { IdentifyCheckService } from '../face/identify-check.service.js';
import type { PinService } from '../pin/pin.service.js';
import type { RecordAttendanceInput } from './attendance.inputs.js';
import type { MarkFacts, MarkRecorder, RecordedAttendance, StoredAnswer } from './mark-recorder.js';
import { hashOfRequest, type MarkRequest, readMarkRequest } from './mark-request.js';

/** The ways to find out who is there. */
export interface ProofChecks {
  readonly faces: FaceCheckService;
  readonly identities: IdentifyCheckService;
  readonly pins: PinService;
}

export class RecordAttendanceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly checks: ProofChecks,
    private readonly recorder: MarkRecorder,
  ) {}

  /**
   * Marks attendance with a face, or with the PIN in its place. The key is claimed before either is looked at; whoever comes with
   * the same key waits for and gets the same answer, refusals too.
   *
   * @throws DomainError BAD_USER_INPUT, also without a number or badge where marks by face alone are off; IDEMPOTENCY_CONFLICT; the errors of image and engine, which leave the key free
   */
  async record(actor: Actor, input: RecordAttendanceInput): Promise<RecordedAttendance> {
    authorise(actor, 'attendance:write');
    const { db, now, newId } = this.context;
    const isDevice = actor.kind === 'DEVICE';
    const request = readMarkRequest(input, now());
    if (request.isOffline && (!isDevice || request.capturedAt === null))
      throw badInput('isOffline', 'Only a paired device keeps marks, and tells when they were captured.');
    const sent = { actorId: actor.id, key: input.idempotencyKey, inputHash: hashOfRequest(request, { isDevice }) };
    const once = { request: sent, now, newId };
    const { answer, isReplay } = await runOnce(db.idempotency, once, (claim) => this.work(actor, request, claim));
    return this.recorder.recall(answer as StoredAnswer, isReplay);
  }

  private async work(actor: Actor, request: MarkRequest, claim: IdempotencyClaim): Promise<StoredAnswer> {
    const { proof, who: named } = request;
    const facts = factsOf(actor, request);
    if ('nobody' in named) return this.workByFaceAlone(actor, request, facts, claim);
    const who = 'badge' in named ? await claimOfBadge(this.context, named.badge) : named;
    if ('pin' in proof) {
      const none = { ...NO_FACE_SHOWN, proof: 'PIN', assurance: 'PIN' } as const;
      return this.checks.pins.check(actor, who, proof.pin, (checked, session) =>
        this.recorder.conclude(actor, facts, { ...checked, ...none }, claim, session),
      );
    }
    const shown = { proof: 'FACE', assurance: assuranceOf(actor) } as const;
    const { shown: face, besidePin: pin } = proof;
    const check = { claim: who, shown: face, pin, requestKey: request.key, reason: 'ATTENDANCE' } as const;
    return this.checks.faces.run(actor, check, (checked, session) =>
      this.recorder.conclude(actor, facts, { ...checked, ...shown }, claim, session),
    );
  }

  /** Nobody is claimed: the face is searched among all, at the point for that many. */
  private async workByFaceAlone(
    actor: Actor,
    { proof, key }: MarkRequest,
    facts: MarkFacts,
    claim: IdempotencyClaim,
  ): Promise<StoredAnswer> {
    const { isAttendanceByFaceAlone } = await this.context.db.settings.get();
    if ('pin' in proof || !isAttendanceByFaceAlone) throw badInput('employeeNumber', 'Say whose attendance it is.');
    const shown = { proof: 'FACE', assurance: assuranceOf(actor) } as const;
    return this.checks.identities.run(actor, { shown: proof.shown, requestKey: key }, (checked, session) => {
      // Who needs a PIN beside the face says their number with it: a face found among all is not enough.
      const isEnough = checked.outcome !== 'MATCH' || checked.employee?.verificationLevel !== 'FACE_AND_PIN';
      const outcome = isEnough ? checked.outcome : 'PIN_REQUIRED';
      return this.recorder.conclude(actor, facts, { ...checked, outcome, ...shown }, claim, session);
    });
  }
}

const NO_FACE_SHOWN = { similarity: null, capture: null, liveness: null, point: null, photo: null } as const;

function factsOf({ clientAddress }: Actor, request: MarkRequest): MarkFacts {
  const { who, kind, costCentre, capturedAt, receivedAt, isOffline, location } = request;
  return {
    employeeNumber: 'number' in who ? who.number : null,
    ...{ kind, costCentre, capturedAt, receivedAt, isOffline, reason: null },
    origin: { location, clientAddress },
  };
}
