import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateReportScheduleInput, UpdateReportScheduleInput } from './report-schedule.inputs.js';
import { toReportSchedule } from './report-schedule.mapper.js';
import type { ReportScheduleService } from './report-schedule.service.js';
import { ReportSchedule, ReportScheduleConnection } from './report-schedule.types.js';

const idArgument = { description: 'Which schedule.' };
const versionArgument = { description: 'The version that was read.' };

@Resolver()
export class ReportScheduleResolver {
  constructor(private readonly schedules: ReportScheduleService) {}

  @Query(() => ReportScheduleConnection, {
    description: 'Reports that are sent by themselves, oldest first: your own, with `users:manage` those of everybody.',
  })
  async reportSchedules(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof ReportScheduleConnection>> {
    const { page, users } = await this.schedules.list(actorOf(context), args);
    return toConnection(page, (schedule) => toReportSchedule(schedule, users));
  }

  @Mutation(() => ReportSchedule, { description: 'From now on the report is sent. For people; keys have no letters.' })
  async createReportSchedule(
    @Arg('input', () => CreateReportScheduleInput, { description: 'What, when and to whom.' })
    input: CreateReportScheduleInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ReportSchedule> {
    return this.answer(await this.schedules.create(actorOf(context), input));
  }

  @Mutation(() => ReportSchedule, { description: 'CONFLICT if somebody else has changed it since.' })
  async updateReportSchedule(
    @Arg('input', () => UpdateReportScheduleInput, { description: 'How it is to be.' })
    input: UpdateReportScheduleInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ReportSchedule> {
    return this.answer(await this.schedules.update(actorOf(context), input));
  }

  @Mutation(() => ReportSchedule, {
    description: 'Sends nothing until it is turned on again; what is missed meanwhile is not made up for. Or CONFLICT.',
  })
  async pauseReportSchedule(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Arg('isPaused', () => Boolean, { description: 'False: it is sent again.' }) isPaused: boolean,
    @Ctx() context: GraphQLContext,
  ): Promise<ReportSchedule> {
    return this.answer(await this.schedules.setPaused(actorOf(context), { id, version }, isPaused));
  }

  @Mutation(() => ReportSchedule, { description: 'Nothing is sent any more. CONFLICT if it changed since.' })
  async removeReportSchedule(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('version', () => Int, versionArgument) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<ReportSchedule> {
    return this.answer(await this.schedules.remove(actorOf(context), { id, version }));
  }

  private async answer(schedule: Parameters<typeof toReportSchedule>[0]): Promise<ReportSchedule> {
    return toReportSchedule(schedule, await this.schedules.peopleOf([schedule]));
  }
}
