import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CaptureAttempt } from '../capture-attempt/capture-attempt.types.js';
import { toAttemptPhoto } from './face-photo.mapper.js';
import { type FacePhotoService, mayLookAtPhotos } from './face-photo.service.js';
import { AttemptPhoto } from './face-photo.types.js';

@Resolver(() => CaptureAttempt)
export class FacePhotoResolver {
  constructor(private readonly photos: FacePhotoService) {}

  @Mutation(() => AttemptPhoto, {
    description:
      'Opens the photo of an attempt. A mutation, because it writes into the record of who did what that it was looked at. For owners, HR administrators and auditors; never for keys.',
  })
  async viewAttemptPhoto(
    @Arg('attemptId', () => ID, { description: 'The attempt whose photo to open.' }) attemptId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<AttemptPhoto> {
    return toAttemptPhoto(await this.photos.look(actorOf(context), attemptId));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a photo was kept that this viewer may open. False for keys and devices.',
  })
  async hasPhoto(@Root() { id }: CaptureAttempt, @Ctx() context: GraphQLContext): Promise<boolean> {
    return mayLookAtPhotos(actorOf(context)) && (await context.loaders.hasPhoto(id));
  }
}
