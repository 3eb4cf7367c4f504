import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateUploadInput } from './upload.inputs.js';
import type { UploadService } from './upload.service.js';
import { CreateUploadPayload } from './upload.types.js';

@Resolver()
export class UploadResolver {
  constructor(private readonly uploads: UploadService) {}

  @Mutation(() => CreateUploadPayload, {
    description: 'Announces a file, to be sent with PUT to the path that is returned.',
  })
  async createUpload(
    @Arg('input', () => CreateUploadInput, { description: 'What the file is.' }) input: CreateUploadInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateUploadPayload> {
    const { upload, token } = await this.uploads.create(actorOf(context), input);
    return { uploadId: upload.id, path: `/uploads/${token}`, expiresAt: upload.expiresAt };
  }
}
