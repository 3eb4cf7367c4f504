import { randomInt } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { LivenessChallengeRecord } from '@rollcall/db';
import { issueChallenge } from '@rollcall/face-core';
import { authoriseAny } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { LIVENESS_SCOPES } from '../../access/liveness-scopes.js';
import { claimedEmployee, throttleSubject } from '../../services/claimed-employee.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';
import type { StartLivenessChallengeInput } from './liveness.inputs.js';
import type { LivenessChallengeService } from './liveness-challenge.service.js';

const RANDOM_STEPS = 2 ** 32;
/** Expired ones stay a little, so that who comes late hears EXPIRED. */
const KEEP_EXPIRED_MS = 3_600_000;

export class LivenessService {
  constructor(
    private readonly context: ServiceContext,
    private readonly challenges: LivenessChallengeService,
  ) {}

  /**
   * Draws movements for one check of this actor. Nobody learns here whether a person exists.
   *
   * @throws DomainError BAD_USER_INPUT if both id and number are given
   */
  async start(actor: Actor, input: StartLivenessChallengeInput): Promise<LivenessChallengeRecord> {
    authoriseAny(actor, LIVENESS_SCOPES);
    const { db, now, newId } = this.context;
    const random = () => randomInt(RANDOM_STEPS) / RANDOM_STEPS;
    const { id, actions, issuedAtMs, expiresAtMs } = issueChallenge({ id: newId(), nowMs: now().getTime(), random });
    const record: LivenessChallengeRecord = {
      ...{ id, actions, usedBy: null, frameHashes: [] },
      actor: actorRef(actor),
      subject: await this.subjectOf(actor, input),
      issuedAt: new Date(issuedAtMs),
      expiresAt: new Date(expiresAtMs),
      deleteAt: new Date(expiresAtMs + KEEP_EXPIRED_MS),
    };
    await db.livenessChallenges.insert(record);
    return record;
  }

  /** Whether faces of this actor count only with movements. Everybody may know it of themselves. */
  isRequired(actor: Actor): Promise<boolean> {
    return this.challenges.isRequired(actor);
  }

  private async subjectOf(actor: Actor, { employeeId, employeeNumber }: StartLivenessChallengeInput) {
    if (employeeId != null && employeeNumber != null) {
      const problem = 'Give employeeId or employeeNumber, not both.';
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'employeeId', problem } });
    }
    const number = employeeNumber?.trim();
    if (employeeId == null && !number) return null;
    const claim = employeeId == null ? { number: number ?? '' } : { id: employeeId };
    return throttleSubject(await claimedEmployee(this.context, actor, claim), claim);
  }
}
