import { DomainError } from '@rollcall/contracts';
import type { Job, JobEnd } from '@rollcall/db';
import type { FaceEngine } from '@rollcall/face-core';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import type { JobHandler, JobRun } from '../../jobs/job-handler.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { RegisterFaceService } from '../face/register-face.service.js';
import type { JobService } from '../job/job.service.js';
import { TemplateRenewalRun } from './template-renewal.run.js';
import type { TemplateRenewal } from './template-renewal.types.js';

/**
 * Makes templates of another model. Only a process whose engine has that model may run it, so the command line runs it and no
 * server does: its engine may still have the model of before.
 */
export class TemplateRenewalService implements JobHandler {
  readonly kind = 'TEMPLATE_RENEWAL';

  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
    private readonly jobs: JobService,
    private readonly registerFace: RegisterFaceService,
  ) {}

  /** @throws DomainError FORBIDDEN */
  async start(actor: Actor, { modelId, fileId, isOldRemoved }: TemplateRenewal): Promise<Job> {
    authorise(actor, 'faces:write');
    return this.jobs.create(actor, { kind: this.kind, isDryRun: false, input: { modelId, fileId, isOldRemoved } });
  }

  /** A renewal to this model that was cut off, or that another process is at. */
  async findUnfinished(modelId: string): Promise<Job | null> {
    const { jobs } = this.context.db;
    for (const state of ['RUNNING', 'QUEUED'] as const) {
      const { nodes } = await jobs.list({ kind: this.kind, state }, { first: 50 });
      const found = nodes.find(({ input }) => input.modelId === modelId);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The archive holds photos of people: it goes as soon as they are registered. */
  async cleanUp({ input }: Job): Promise<void> {
    if (typeof input.fileId === 'string') await this.context.db.blobs.delete(input.fileId);
  }

  async run(work: JobRun): Promise<Omit<JobEnd, 'failure'>> {
    const wanted = work.job.input as unknown as TemplateRenewal;
    if (wanted.modelId !== this.engine.modelId)
      throw new DomainError('BAD_USER_INPUT', {
        details: { problem: 'This engine has another model than asked for.' },
      });
    return new TemplateRenewalRun(this.context, this.registerFace, work, wanted).run();
  }
}
