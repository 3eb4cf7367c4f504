import { DomainError, LIMITS } from '@rollcall/contracts';
import { type DbSession, type Employee, type JobEnd, numberKey } from '@rollcall/db';
import { blobSource } from '../../files/byte-source.js';
import { isPhoto, PHOTO_ARCHIVE_LIMITS, readPhoto, sortPhotos } from '../../files/photo-archive.js';
import { readZip, type ZipEntry } from '../../files/zip-archive.js';
import { issueExpiry } from '../../jobs/error-file.js';
import { jobActor } from '../../jobs/job-actor.js';
import type { JobRun } from '../../jobs/job-handler.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { RegisterFaceService } from '../face/register-face.service.js';
import { JOB_ACTIONS, jobTarget } from '../job/job.service.js';
import type { TemplateRenewal } from './template-renewal.types.js';

/** What became of a person: a template was made, was there before, or the face must be registered again. */
type Renewal = { readonly kind: 'RENEWED' | 'CURRENT' | 'PASSED' } | { readonly kind: 'LEFT'; readonly code: string };

const BATCH_PEOPLE = 100;
const NO_COUNTS = { renewed: 0, current: 0, toRegister: 0, oldRemoved: 0 };

/** One run of one renewal, a person at a time in the order of ids; the cursor is the last person who is done. */
export class TemplateRenewalRun {
  private counts: typeof NO_COUNTS;

  constructor(
    private readonly context: ServiceContext,
    private readonly registerFace: RegisterFaceService,
    private readonly work: JobRun,
    private readonly wanted: TemplateRenewal,
  ) {
    this.counts = { ...NO_COUNTS, ...work.job.counts };
  }

  async run(): Promise<Omit<JobEnd, 'failure'>> {
    const { job } = this.work;
    const { employees, audit } = this.context.db;
    const photos = await this.photos();
    const total = await employees.count({ status: 'ACTIVE' });
    let afterId = String(job.cursor?.afterId ?? '');
    let done = Number(job.cursor?.done ?? 0);
    for (;;) {
      const batch = await employees.listActiveAfter(afterId, BATCH_PEOPLE);
      if (batch.length === 0) break;
      for (const person of batch) {
        this.work.throwIfStopped();
        const renewal = await this.renew(person, photos.get(numberKey(person.number)) ?? []);
        [afterId, done] = [person.id, done + 1];
        await this.note(person, renewal, { afterId, done, total });
      }
    }
    const witnessed = { action: JOB_ACTIONS[job.kind], target: jobTarget(job.id) };
    const details = { modelId: this.wanted.modelId, ...this.counts };
    await audit.insert(auditEntry(this.context, jobActor(job), { ...witnessed, details }));
    return { counts: this.counts };
  }

  private async photos(): Promise<ReadonlyMap<string, readonly ZipEntry[]>> {
    const { db } = this.context;
    const { fileId, modelId } = this.wanted;
    if (fileId === null) return new Map();
    const entries = await readZip(await blobSource(db.blobs, fileId), PHOTO_ARCHIVE_LIMITS);
    const numbers: string[] = [];
    const face = { status: 'RE_ENROLMENT_NEEDED', modelId } as const;
    for await (const { number } of db.employees.each({ status: 'ACTIVE', face })) numbers.push(number);
    return sortPhotos(
      entries.filter(({ name }) => isPhoto(name)),
      numbers,
    ).photos;
  }

  private async renew({ id, templateModelIds }: Employee, photos: readonly ZipEntry[]): Promise<Renewal> {
    const { modelId } = this.wanted;
    if (templateModelIds.length === 0) return { kind: 'PASSED' };
    if (templateModelIds.includes(modelId)) return { kind: (await this.isMine(id)) ? 'RENEWED' : 'CURRENT' };
    const kept = photos.length > 0 ? [] : await this.keptPhotos(id);
    if (photos.length === 0 && kept.length === 0) return { kind: 'LEFT', code: 'NO_PHOTO' };
    try {
      const images = kept.map((jpeg) => ({ base64: jpeg.toString('base64') }));
      for (const photo of photos.slice(0, LIMITS.maxRegistrationImages))
        images.push({ base64: (await readPhoto(photo)).toString('base64') });
      // The old templates stay: a server that still has the old model needs them, and nobody is without a face in between.
      const input = { employeeId: id, images, replace: false };
      const isFromKept = kept.length > 0;
      const { outcome } = await this.registerFace.register(jobActor(this.work.job), input, { isFromKept });
      return outcome === 'REGISTERED' ? { kind: 'RENEWED' } : { kind: 'LEFT', code: outcome };
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'INTERNAL_SERVER_ERROR')
        return { kind: 'LEFT', code: error.code };
      throw error;
    }
  }

  /** What was kept of the registration, if the organisation keeps it and the person agreed to that; the newest photos. */
  private async keptPhotos(employeeId: string): Promise<readonly Buffer[]> {
    const { db } = this.context;
    if (!(await db.settings.get()).areRegistrationPhotosKept) return [];
    return db.withTransaction(async (session) => {
      const photos = await db.facePhotos.listByEmployee(employeeId, 'REGISTRATION', { session });
      const opened = [];
      for (const { id } of photos.slice(-LIMITS.maxRegistrationImages)) {
        const photo = await db.facePhotos.read(id, { session });
        if (photo !== null) opened.push(photo.jpeg);
      }
      if (opened.length === 0) return [];
      const witnessed = { action: 'FACE_PHOTOS_READ', target: employeeTarget(employeeId) };
      const details = { reason: 'RE_EMBED', count: opened.length };
      await db.audit.insert(auditEntry(this.context, jobActor(this.work.job), { ...witnessed, details }), { session });
      return opened;
    });
  }

  /** Made since this job was asked for: by a run that was cut off before it could note so. */
  private async isMine(employeeId: string): Promise<boolean> {
    const templates = await this.context.db.faceTemplates.listByEmployee(employeeId);
    const { createdAt } = this.work.job;
    return templates.some((one) => one.modelId === this.wanted.modelId && one.createdAt >= createdAt);
  }

  /** Count, reason, old templates and place in one transaction. */
  private async note(
    person: Employee,
    renewal: Renewal,
    { afterId, done, total }: { readonly afterId: string; readonly done: number; readonly total: number },
  ): Promise<void> {
    const { db, newId, now } = this.context;
    const { job } = this.work;
    await db
      .withTransaction(async (session) => {
        const hasModel = renewal.kind === 'RENEWED' || renewal.kind === 'CURRENT';
        const oldRemoved = hasModel && this.wanted.isOldRemoved ? await this.removeOld(person.id, session) : 0;
        const counts = added(this.counts, renewal, oldRemoved);
        if (renewal.kind === 'LEFT') {
          const { code } = renewal;
          const issue = { id: newId(), jobId: job.id, row: done, field: 'photo', code, reason: code };
          const kept = { original: person.number, expiresAt: issueExpiry(now()) };
          await db.jobIssues.insertMany([{ ...issue, ...kept }], { session });
        }
        const progress = { stage: 'FACES', done, total };
        await this.work.checkpoint({ counts, progress, cursor: { afterId, done } }, session);
        return counts;
      })
      .then((counts) => {
        this.counts = counts;
      });
  }

  private async removeOld(employeeId: string, session: DbSession): Promise<number> {
    const { db } = this.context;
    const { modelId } = this.wanted;
    const templates = await db.faceTemplates.listByEmployee(employeeId, { session });
    if (!templates.some((one) => one.modelId === modelId)) return 0;
    const others = new Set(templates.map((one) => one.modelId).filter((id) => id !== modelId));
    let removed = 0;
    for (const other of others) removed += await db.faceTemplates.deleteByEmployee(employeeId, other, { session });
    if (removed === 0) return 0;
    const details = { modelIds: [...others], removed };
    const witnessed = { action: 'OLD_FACE_TEMPLATES_REMOVED', target: employeeTarget(employeeId), details };
    await db.audit.insert(auditEntry(this.context, jobActor(this.work.job), witnessed), { session });
    return removed;
  }
}

function added(counts: typeof NO_COUNTS, { kind }: Renewal, oldRemoved: number): typeof NO_COUNTS {
  return {
    renewed: counts.renewed + (kind === 'RENEWED' ? 1 : 0),
    current: counts.current + (kind === 'CURRENT' ? 1 : 0),
    toRegister: counts.toRegister + (kind === 'LEFT' ? 1 : 0),
    oldRemoved: counts.oldRemoved + oldRemoved,
  };
}
