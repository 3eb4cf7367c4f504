import type { CaptureAttempt, Page } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { CaptureAttemptsArgs } from './capture-attempt.inputs.js';

export class CaptureAttemptService {
  constructor(private readonly context: ServiceContext) {}

  async list(actor: Actor, { filter, first, after }: CaptureAttemptsArgs): Promise<Page<CaptureAttempt>> {
    authorise(actor, 'audit:read');
    const { among } = await visibleRecords(this.context.db, limitOf(actor));
    return this.context.db.captureAttempts.list({ ...filter, among }, { first, after });
  }
}
