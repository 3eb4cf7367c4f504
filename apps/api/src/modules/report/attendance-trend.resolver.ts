import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { AttendanceTrendArgs } from './attendance-trend.inputs.js';
import type { AttendanceTrendService } from './attendance-trend.service.js';
import { AttendanceTrend } from './attendance-trend.types.js';

@Resolver()
export class AttendanceTrendResolver {
  constructor(private readonly trends: AttendanceTrendService) {}

  @Query(() => AttendanceTrend, {
    description: 'Who was there, late or absent on each of the last days, and when people come.',
  })
  async attendanceTrend(
    @Args(() => AttendanceTrendArgs) { days }: AttendanceTrendArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<AttendanceTrend> {
    return this.trends.trend(actorOf(context), days ?? null);
  }
}
