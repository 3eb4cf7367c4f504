import { momentOfLocalTime } from '@rollcall/attendance';
import type { Job, JobEnd } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { blobSource } from '../../files/byte-source.js';
import type { JobHandler, JobRun } from '../../jobs/job-handler.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey, type WithKey } from '../../services/once-by-key.js';
import type { Keep, ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { JobService } from '../job/job.service.js';
import type { UploadService } from '../upload/upload.service.js';
import { AttendanceImportRun } from './attendance-import.run.js';
import type { AttendanceImportRequest } from './attendance-import.types.js';
import { readMarkFile } from './mark-file.reader.js';

export class AttendanceImportService implements JobHandler {
  readonly kind = 'ATTENDANCE_IMPORT';

  constructor(
    private readonly context: ServiceContext,
    private readonly jobs: JobService,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Asks for an import, or for what it would do.
   *
   * @throws DomainError NOT_FOUND no such file; BAD_USER_INPUT no such site or zone
   */
  async start(actor: Actor, request: AttendanceImportRequest, keep?: Keep): Promise<Job> {
    authorise(actor, 'employees:write');
    const { isDryRun, fileId, siteId, timeZone, dateFormat, ignoreKinds, columns } = request;
    await this.context.db.blobs.getById(fileId);
    if (siteId !== null && (await this.context.db.sites.findById(siteId)) === null)
      throw badInput('siteId', 'There is no such site.');
    if (timeZone !== null) momentOfLocalTime({ date: '2000-01-01', time: '00:00', timeZone });
    const named = columns.map(({ field, header }) => ({ field, header }));
    const input = { fileId, siteId, timeZone, dateFormat, ignoreKinds, columns: named };
    return this.jobs.create(actor, { kind: this.kind, isDryRun, input }, keep);
  }

  /** As `start`, with a file that this actor has sent. The authorisation comes first, so that nobody learns of uploads. */
  async startFromUpload(actor: Actor, uploads: UploadService, request: WithKey<AttendanceImportRequest>): Promise<Job> {
    authorise(actor, 'employees:write');
    const recall = (id: string) => this.context.db.jobs.getById(id);
    return onceByKey(this.context, actor, { mutation: 'importAttendance', input: request, recall }, async (keep) => {
      const { id } = await uploads.fileOf(actor, request.fileId);
      return this.start(actor, { ...request, fileId: id }, keep);
    });
  }

  /** The file is of no more use; a dry run leaves it for the import itself. */
  async cleanUp({ isDryRun, input }: Job): Promise<void> {
    if (!isDryRun) await this.context.db.blobs.delete(String(input.fileId));
  }

  async run(run: JobRun): Promise<Omit<JobEnd, 'failure'>> {
    const options = run.job.input as unknown as Omit<AttendanceImportRequest, 'isDryRun'>;
    const source = await blobSource(this.context.db.blobs, options.fileId);
    const rows = () => readMarkFile(source, options);
    return new AttendanceImportRun(this.context, this.days, run, options).run(rows);
  }
}
