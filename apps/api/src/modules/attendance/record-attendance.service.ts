import { type IdempotencyClaim, runOnce } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { assuranceOf } from '../../services/attempt-record.js';
import { type Claim, claimOfBadge } from '../../services/claimed-employee.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { FaceCheckService } from '../face/face-check.service.js';
import type { PinService } from '../pin/pin.service.js';
import type { RecordAttendanceInput } from './attendance.inputs.js';
import type { MarkFacts, MarkRecorder, RecordedAttendance, StoredAnswer } from './mark-recorder.js';
import { hashOfRequest, type MarkRequest, readMarkRequest } from './mark-request.js';

export class RecordAttendanceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly faceCheck: FaceCheckService,
    private readonly pins: PinService,
    private readonly recorder: MarkRecorder,
  ) {}

  /**
   * Marks attendance with a face, or with the PIN in its place. The key is claimed before either is looked at; whoever comes with
   * the same key waits for and gets the same answer, refusals too.
   *
   * @throws DomainError BAD_USER_INPUT; IDEMPOTENCY_CONFLICT; the errors of image and engine, which leave the key free
   */
  async record(actor: Actor, input: RecordAttendanceInput): Promise<RecordedAttendance> {
    authorise(actor, 'attendance:write');
    const { db, now, newId } = this.context;
    const request = readMarkRequest(input, now());
    const sent = { actorId: actor.id, key: input.idempotencyKey, inputHash: hashOfRequest(request) };
    const once = { request: sent, now, newId };
    const { answer, isReplay } = await runOnce(db.idempotency, once, (claim) => this.work(actor, request, claim));
    return this.recorder.recall(answer as StoredAnswer, isReplay);
  }

  private async work(actor: Actor, request: MarkRequest, claim: IdempotencyClaim): Promise<StoredAnswer> {
    const { proof } = request;
    const who = await this.claimOf(request);
    const facts = factsOf(actor, request);
    if ('pin' in proof) {
      const none = { similarity: null, capture: null, point: null, proof: 'PIN', assurance: 'PIN' } as const;
      return this.pins.check(actor, who, proof.pin, (checked, session) =>
        this.recorder.conclude(actor, facts, { ...checked, ...none }, claim, session),
      );
    }
    const shown = { proof: 'FACE', assurance: assuranceOf(actor) } as const;
    const check = { claim: who, image: proof.image, reason: 'ATTENDANCE' } as const;
    return this.faceCheck.run(actor, check, (checked, session) =>
      this.recorder.conclude(actor, facts, { ...checked, ...shown }, claim, session),
    );
  }

  private async claimOf({ who }: MarkRequest): Promise<Claim> {
    return 'badge' in who ? claimOfBadge(this.context, who.badge) : who;
  }
}

function factsOf({ clientAddress }: Actor, request: MarkRequest): MarkFacts {
  const { who, kind, costCentre, capturedAt, receivedAt, location } = request;
  return {
    employeeNumber: 'number' in who ? who.number : null,
    ...{ kind, costCentre, capturedAt, receivedAt, reason: null },
    origin: { location, clientAddress },
  };
}
