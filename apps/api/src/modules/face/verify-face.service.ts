import { DomainError } from '@rollcall/contracts';
import type { CaptureAttempt } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { attemptRecord } from '../../services/attempt-record.js';
import type { Claim } from '../../services/claimed-employee.js';
import { keepPhoto } from '../../services/face-photo-keeper.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import { readShownFace } from '../../services/shown-face.js';
import type { VerifyFaceInput } from './face.inputs.js';
import type { FaceCheck, FaceCheckService } from './face-check.service.js';

export interface Verification extends FaceCheck {
  readonly attempt: CaptureAttempt;
}

export class VerifyFaceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly faceCheck: FaceCheckService,
  ) {}

  /** @throws DomainError BAD_USER_INPUT unless exactly one of id and number is given; the errors of image and engine */
  async verify(actor: Actor, input: VerifyFaceInput): Promise<Verification> {
    authorise(actor, 'faces:verify');
    const claim = claimOf(input);
    const shown = readShownFace(input);
    const { db, now, newId } = this.context;
    const at = now();
    const named = { claim, requestKey: `verify:${newId()}`, reason: 'VERIFY' } as const;
    const request = { ...named, shown, pin: input.pin ?? null };
    return this.faceCheck.run(actor, request, async (check, session) => {
      const employeeNumber = check.employee?.number ?? ('number' in claim ? claim.number : null);
      const attempt = attemptRecord(this.context, actor, { ...check, kind: 'VERIFY', employeeNumber, at });
      await db.captureAttempts.insert(attempt, { session });
      await keepPhoto(this.context, check.photo, attempt, session);
      const witnessed = {
        action: 'FACE_VERIFIED',
        target: check.employee === null ? null : employeeTarget(check.employee.id),
        outcome: check.outcome === 'MATCH' ? ('DONE' as const) : ('REFUSED' as const),
        details: { outcome: check.outcome, attemptId: attempt.id },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return { ...check, attempt };
    });
  }
}

function claimOf({ employeeId, employeeNumber }: VerifyFaceInput): Claim {
  if ((employeeId == null) === (employeeNumber == null)) {
    const problem = 'Give employeeId or employeeNumber, exactly one.';
    throw new DomainError('BAD_USER_INPUT', { details: { field: 'employeeId', problem } });
  }
  return employeeId == null ? { number: employeeNumber ?? '' } : { id: employeeId };
}
