import { LIMITS } from '@rollcall/contracts';
import { Max, Min } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { JobIssue } from '../job/job.types.js';
import type { DevicePushService } from './device-push.service.js';

@ArgsType()
class DeviceRefusalsArgs {
  @Field(() => ID, { description: 'Which device.' })
  deviceId!: string;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: `How many, 1 to ${LIMITS.maxPageSize}.` })
  @Min(1)
  @Max(LIMITS.maxPageSize)
  first!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What became of lines that a terminal has pushed.' })
export class RetryDeviceRefusalsPayload {
  @Field(() => Int, { description: 'Marks that were added.' })
  newMarks!: number;

  @Field(() => Int, { description: 'Marks that were there already.' })
  knownMarks!: number;

  @Field(() => Int, { description: 'Lines that still cannot be marks.' })
  refusedLines!: number;
}

@Resolver()
export class DevicePushResolver {
  constructor(private readonly pushes: DevicePushService) {}

  @Query(() => [JobIssue], { description: 'Lines that a terminal has pushed and that are no marks, with the reason.' })
  async deviceRefusals(
    @Args(() => DeviceRefusalsArgs) { deviceId, first }: DeviceRefusalsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<JobIssue[]> {
    const issues = await this.pushes.refusals(actorOf(context), deviceId, first);
    return issues.map(({ row, field, code, reason, original }) => ({ row, field, code, reason, original }));
  }

  @Mutation(() => RetryDeviceRefusalsPayload, {
    description:
      'Judges refused lines of a terminal again, for example after a missing employee was entered. Lines from the future stay refused.',
  })
  async retryDeviceRefusals(
    @Arg('deviceId', () => ID, { description: 'Which device.' }) deviceId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<RetryDeviceRefusalsPayload> {
    return this.pushes.retry(actorOf(context), deviceId);
  }
}
