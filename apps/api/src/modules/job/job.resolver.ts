import { LIMITS } from '@rollcall/contracts';
import { Max, Min } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { JobsArgs } from './job.inputs.js';
import { toJob } from './job.mapper.js';
import type { JobService } from './job.service.js';
import { Job, JobConnection, JobIssue } from './job.types.js';

@ArgsType()
class JobIssuesArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: `How many, 1 to ${LIMITS.maxPageSize}.` })
  @Min(1)
  @Max(LIMITS.maxPageSize)
  first!: number;
}

@Resolver(() => Job)
export class JobResolver {
  constructor(private readonly jobService: JobService) {}

  @Query(() => Job, { nullable: true, description: 'A job of your own; who may read the audit sees all.' })
  async job(
    @Arg('id', () => ID, { description: 'Which job.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Job | null> {
    return orNull(await this.jobService.find(actorOf(context), id), toJob);
  }

  @Query(() => JobConnection, { description: 'Your jobs, newest first; who may read the audit sees all.' })
  async jobs(
    @Args(() => JobsArgs) args: JobsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof JobConnection>> {
    return toConnection(await this.jobService.list(actorOf(context), args), toJob);
  }

  @FieldResolver(() => [JobIssue], {
    description: 'The first rows that were refused. All of them are in the error file.',
  })
  async issues(@Root() job: Job, @Args(() => JobIssuesArgs) { first }: JobIssuesArgs): Promise<JobIssue[]> {
    const issues = await this.jobService.issues(job.id, first);
    return issues.map(({ row, field, code, reason, original }) => ({ row, field, code, reason, original }));
  }
}
