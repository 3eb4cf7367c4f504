import { DomainError } from '@rollcall/contracts';
import type { Blob, Job, JobIssue, JobKind, NewJob, Page } from '@rollcall/db';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { grantOf } from '../../jobs/job-actor.js';
import { actorRef, auditEntry, type Keep, type ServiceContext } from '../../services/service-context.js';
import type { JobsArgs } from './job.inputs.js';

export type JobFileKind = 'ERRORS' | 'RESULT';

export interface OpenedFile {
  readonly blob: Blob;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Jobs as their owners see them; whoever may read the audit sees all. */
export class JobService {
  /** Called when a job waits, so that a runner in this process need not be asked twice. */
  onCreated: () => void = () => undefined;

  constructor(private readonly context: ServiceContext) {}

  /** Null if there is none, or none this actor may see. */
  async find(actor: Actor, id: string): Promise<Job | null> {
    const job = await this.context.db.jobs.findById(id);
    return job !== null && canSee(actor, job) ? job : null;
  }

  /** Newest first. */
  async list(actor: Actor, { filter, first, after }: JobsArgs): Promise<Page<Job>> {
    const own = hasScope(actor, 'audit:read') ? {} : { createdById: actor.id };
    return this.context.db.jobs.list({ ...filter, ...own }, { first, after });
  }

  /** The first refused rows. Call it with a job that the actor may see. */
  async issues(jobId: string, limit: number): Promise<readonly JobIssue[]> {
    return this.context.db.jobIssues.listByJob(jobId, limit);
  }

  /** @throws DomainError NOT_FOUND no such job, or not the actor's, or no such file (any more) */
  async openFile(actor: Actor, id: string, kind: JobFileKind): Promise<OpenedFile> {
    const { blobs } = this.context.db;
    const job = await this.find(actor, id);
    const fileId = kind === 'ERRORS' ? job?.errorFileId : job?.resultFileId;
    if (fileId == null) throw new DomainError('NOT_FOUND');
    return { blob: await blobs.getById(fileId), bytes: blobs.read(fileId) };
  }

  /** Puts a job into the queue. The caller has checked that the actor may ask for it. */
  async create(actor: Actor, wanted: Pick<NewJob, 'kind' | 'isDryRun' | 'input'>, keep?: Keep): Promise<Job> {
    const { db, now, newId } = this.context;
    const id = newId();
    const created = await db.withTransaction(async (session) => {
      const owned = { createdBy: actorRef(actor), grant: grantOf(actor), createdAt: now() };
      const job = await db.jobs.insert({ id, ...wanted, ...owned }, { session });
      const details = { kind: wanted.kind, isDryRun: wanted.isDryRun };
      const witnessed = { action: 'JOB_REQUESTED', target: jobTarget(id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      await keep?.(id, session);
      return job;
    });
    this.onCreated();
    return created;
  }
}

export const jobTarget = (id: string) => ({ kind: 'JOB', id });

export const JOB_ACTIONS: Readonly<Record<JobKind, string>> = {
  ATTENDANCE_IMPORT: 'ATTENDANCE_IMPORTED',
  EMPLOYEE_IMPORT: 'EMPLOYEES_IMPORTED',
  TEMPLATE_RENEWAL: 'FACE_TEMPLATES_RENEWED',
};

function canSee(actor: Actor, { createdBy }: Job): boolean {
  return hasScope(actor, 'audit:read') || (createdBy.kind === actor.kind && createdBy.id === actor.id);
}
