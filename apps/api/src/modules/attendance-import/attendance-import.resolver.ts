import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toJob } from '../job/job.mapper.js';
import { Job } from '../job/job.types.js';
import type { UploadService } from '../upload/upload.service.js';
import { ImportAttendanceInput } from './attendance-import.inputs.js';
import type { AttendanceImportService } from './attendance-import.service.js';

@Resolver()
export class AttendanceImportResolver {
  constructor(
    private readonly imports: AttendanceImportService,
    private readonly uploads: UploadService,
  ) {}

  @Mutation(() => Job, {
    description: 'Takes marks from an uploaded file, in the background. The same file twice adds nothing.',
  })
  async importAttendance(
    @Arg('input', () => ImportAttendanceInput, { description: 'The file and how to read it.' })
    { uploadId, columns, siteId, timeZone, ...input }: ImportAttendanceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Job> {
    const actor = actorOf(context);
    const file = { fileId: uploadId, siteId: siteId ?? null, timeZone: timeZone ?? null, columns: columns ?? [] };
    return toJob(await this.imports.startFromUpload(actor, this.uploads, { ...input, ...file }));
  }
}
