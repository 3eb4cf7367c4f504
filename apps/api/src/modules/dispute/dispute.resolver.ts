import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toAttendanceEvent } from '../attendance/attendance.mapper.js';
import { AttendanceEvent, DayMark } from '../attendance/attendance.types.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { DisputeMarkInput, DisputesArgs, ResolveDisputeInput } from './dispute.inputs.js';
import { toMarkDispute } from './dispute.mapper.js';
import type { DisputeService } from './dispute.service.js';
import { MarkDispute, MarkDisputeConnection } from './dispute.types.js';

@Resolver(() => MarkDispute)
export class DisputeResolver {
  constructor(private readonly disputeService: DisputeService) {}

  @Query(() => MarkDisputeConnection, { description: 'Disputes about marks, newest first.' })
  async disputes(
    @Args(() => DisputesArgs) args: DisputesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof MarkDisputeConnection>> {
    return toConnection(await this.disputeService.list(actorOf(context), args), toMarkDispute);
  }

  @Mutation(() => MarkDispute, { description: 'Says that a mark was not made by the person it counts for.' })
  async disputeMark(
    @Arg('input', () => DisputeMarkInput, { description: 'Which mark, and why.' }) input: DisputeMarkInput,
    @Ctx() context: GraphQLContext,
  ): Promise<MarkDispute> {
    return toMarkDispute(await this.disputeService.raise(actorOf(context), input));
  }

  @Mutation(() => MarkDispute, {
    description: 'Decides a dispute, once. Upheld, the mark is taken back and the days are built anew.',
  })
  async resolveDispute(
    @Arg('input', () => ResolveDisputeInput, { description: 'The decision.' }) input: ResolveDisputeInput,
    @Ctx() context: GraphQLContext,
  ): Promise<MarkDispute> {
    return toMarkDispute(await this.disputeService.resolve(actorOf(context), input));
  }

  @FieldResolver(() => AttendanceEvent, { description: 'The mark that is disputed.' })
  async event(@Root() dispute: MarkDispute, @Ctx() context: GraphQLContext): Promise<AttendanceEvent | null> {
    return orNull(await context.loaders.event(dispute.eventId), toAttendanceEvent);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Whom the mark counts for, or counted for; null: nobody of yours any more.',
  })
  async employee(@Root() dispute: MarkDispute, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(dispute.employeeId), toEmployee);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Who made it, as was said; null: not known, or not yours.',
  })
  async actualEmployee(@Root() dispute: MarkDispute, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(dispute.actualEmployeeId), toEmployee);
  }
}

/** From a mark to the latest dispute about it. */
@Resolver(() => AttendanceEvent)
export class AttendanceEventDisputeResolver {
  @FieldResolver(() => MarkDispute, { nullable: true, description: 'The latest dispute about this mark; null: none.' })
  async dispute(@Root() { id }: AttendanceEvent, @Ctx() context: GraphQLContext): Promise<MarkDispute | null> {
    return orNull(await context.loaders.dispute(id), toMarkDispute);
  }
}

/** From a mark of a day to the latest dispute about it. */
@Resolver(() => DayMark)
export class DayMarkDisputeResolver {
  @FieldResolver(() => MarkDispute, { nullable: true, description: 'The latest dispute about this mark; null: none.' })
  async dispute(@Root() { eventId }: DayMark, @Ctx() context: GraphQLContext): Promise<MarkDispute | null> {
    return orNull(await context.loaders.dispute(eventId), toMarkDispute);
  }
}
