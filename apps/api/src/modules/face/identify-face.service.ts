import type { CaptureAttempt } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { attemptRecord } from '../../services/attempt-record.js';
import { keepPhoto } from '../../services/face-photo-keeper.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import { readShownFace } from '../../services/shown-face.js';
import type { IdentifyFaceInput } from './face.inputs.js';
import type { IdentifyCheckService, IdentityCheck } from './identify-check.service.js';

export interface Identification extends IdentityCheck {
  readonly attempt: CaptureAttempt;
}

export class IdentifyFaceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly identification: IdentifyCheckService,
  ) {}

  /**
   * Who is this? To an actor who may not read employees nobody is named: it learns only how the search ended.
   *
   * @throws DomainError BAD_USER_INPUT without an image; the errors of image and engine
   */
  async identify(actor: Actor, input: IdentifyFaceInput): Promise<Identification> {
    authorise(actor, 'faces:verify');
    const shown = readShownFace(input);
    const { db, now, newId } = this.context;
    const at = now();
    const mayName = hasScope(actor, 'employees:read');
    return this.identification.run(actor, { shown, requestKey: `identify:${newId()}` }, async (check, session) => {
      const { outcome, employee } = check;
      const employeeNumber = employee?.number ?? null;
      const attempt = attemptRecord(this.context, actor, { ...check, kind: 'IDENTIFY', employeeNumber, at });
      await db.captureAttempts.insert(attempt, { session });
      await keepPhoto(this.context, check.photo, attempt, session);
      const witnessed = {
        action: 'FACE_IDENTIFIED',
        target: employee === null ? null : employeeTarget(employee.id),
        outcome: outcome === 'MATCH' ? ('DONE' as const) : ('REFUSED' as const),
        details: { outcome, attemptId: attempt.id, candidateIds: check.candidates.map((one) => one.employee.id) },
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return { ...check, candidates: mayName ? check.candidates : [], attempt };
    });
  }
}
