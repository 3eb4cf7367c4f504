import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { toJob } from '../job/job.mapper.js';
import { Job } from '../job/job.types.js';
import type { UploadService } from '../upload/upload.service.js';
import { ImportEmployeesInput } from './employee-import.inputs.js';
import type { EmployeeImportService } from './employee-import.service.js';

@Resolver()
export class EmployeeImportResolver {
  constructor(
    private readonly imports: EmployeeImportService,
    private readonly uploads: UploadService,
  ) {}

  @Mutation(() => Job, {
    description:
      'Takes employees from an uploaded file, in the background. Photos are registered only where the file states how and when the person agreed.',
  })
  async importEmployees(
    @Arg('input', () => ImportEmployeesInput, { description: 'The file and how to read it.' })
    { uploadId, columns, ...input }: ImportEmployeesInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Job> {
    const request = { ...input, fileId: uploadId, columns: columns ?? [] };
    return toJob(await this.imports.startFromUpload(actorOf(context), this.uploads, request));
  }
}
