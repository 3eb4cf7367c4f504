import type { Job, JobEnd } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { blobSource } from '../../files/byte-source.js';
import type { JobHandler, JobRun } from '../../jobs/job-handler.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { onceByKey, type WithKey } from '../../services/once-by-key.js';
import type { Keep, ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { ConsentService } from '../consent/consent.service.js';
import type { RegisterFaceService } from '../face/register-face.service.js';
import type { JobService } from '../job/job.service.js';
import type { UploadService } from '../upload/upload.service.js';
import { readEmployeeFile } from './employee-file.reader.js';
import { EmployeeImportRun } from './employee-import.run.js';
import type { EmployeeImportRequest } from './employee-import.types.js';
import { FaceImport } from './face-import.js';

export class EmployeeImportService implements JobHandler {
  readonly kind = 'EMPLOYEE_IMPORT';

  constructor(
    private readonly context: ServiceContext,
    private readonly jobs: JobService,
    private readonly consents: ConsentService,
    private readonly registerFace: RegisterFaceService,
    private readonly days: AttendanceDayService,
  ) {}

  /** Asks for an import, or for what it would do. @throws DomainError NOT_FOUND no such file */
  async start(actor: Actor, request: EmployeeImportRequest, keep?: Keep): Promise<Job> {
    authorise(actor, 'employees:write');
    const { isDryRun, fileId, dateFormat, replacePhotos } = request;
    await this.context.db.blobs.getById(fileId);
    const columns = request.columns.map(({ field, header }) => ({ field, header }));
    return this.jobs.create(
      actor,
      {
        kind: this.kind,
        isDryRun,
        input: { fileId, dateFormat, columns, replacePhotos },
      },
      keep,
    );
  }

  /** As `start`, with a file that this actor has sent. The authorisation comes first, so that nobody learns of uploads. */
  async startFromUpload(actor: Actor, uploads: UploadService, request: WithKey<EmployeeImportRequest>): Promise<Job> {
    authorise(actor, 'employees:write');
    const recall = (id: string) => this.context.db.jobs.getById(id);
    return onceByKey(this.context, actor, { mutation: 'importEmployees', input: request, recall }, async (keep) => {
      const { id } = await uploads.fileOf(actor, request.fileId);
      return this.start(actor, { ...request, fileId: id }, keep);
    });
  }

  /** The file holds photos of people: it goes as soon as they are registered. A dry run leaves it for the import itself. */
  async cleanUp({ isDryRun, input }: Job): Promise<void> {
    if (!isDryRun) await this.context.db.blobs.delete(String(input.fileId));
  }

  async run(run: JobRun): Promise<Omit<JobEnd, 'failure'>> {
    const { db } = this.context;
    const input = run.job.input as unknown as Omit<EmployeeImportRequest, 'isDryRun'>;
    const source = await blobSource(db.blobs, input.fileId);
    const today = localDateOf(run.job.createdAt, 'Pacific/Kiritimati');
    const options = { ...input, today, sites: await db.sites.listAll() };
    const file = await readEmployeeFile(source, options);
    const faces = new FaceImport(this.context, this.consents, this.registerFace, run.job, input.replacePhotos);
    return new EmployeeImportRun(this.context, run, file, faces, this.days).run();
  }
}
