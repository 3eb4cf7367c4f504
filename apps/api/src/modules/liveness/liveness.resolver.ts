import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { StartLivenessChallengeInput } from './liveness.inputs.js';
import { toLivenessChallenge } from './liveness.mapper.js';
import type { LivenessService } from './liveness.service.js';
import { LivenessChallenge } from './liveness.types.js';

@Resolver()
export class LivenessResolver {
  constructor(private readonly liveness: LivenessService) {}

  @Mutation(() => LivenessChallenge, {
    description:
      'Draws movements that show a living person. Send them with verifyFace, identifyFace or recordAttendance.',
  })
  async startLivenessChallenge(
    @Arg('input', () => StartLivenessChallengeInput, { description: 'Whom they are for.' })
    input: StartLivenessChallengeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<LivenessChallenge> {
    return toLivenessChallenge(await this.liveness.start(actorOf(context), input));
  }
}
