import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { RecognitionHealthFilter } from './recognition.inputs.js';
import { toRecognitionHealth } from './recognition.mapper.js';
import type { RecognitionService } from './recognition.service.js';
import { RecognitionHealth } from './recognition.types.js';

@Resolver()
export class RecognitionResolver {
  constructor(private readonly recognition: RecognitionService) {}

  @Query(() => RecognitionHealth, {
    description: 'How well faces are recognised over the last days: where, with whom, and why not.',
  })
  async recognitionHealth(
    @Arg('filter', () => RecognitionHealthFilter, { nullable: true, description: 'Left out: the last 30 days.' })
    filter: RecognitionHealthFilter | null,
    @Ctx() context: GraphQLContext,
  ): Promise<RecognitionHealth> {
    return toRecognitionHealth(await this.recognition.health(actorOf(context), filter ?? {}));
  }
}
