import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import {
  AttendanceDaysArgs,
  AttendanceEventsArgs,
  OffShiftMarksArgs,
  RecordAttendanceInput,
  RecordSupervisorMarkInput,
} from './attendance.inputs.js';
import { toAttendanceDay, toAttendanceEvent, toOffShift, toRecordPayload } from './attendance.mapper.js';
import {
  AttendanceDayConnection,
  AttendanceEventConnection,
  OffShiftMarkConnection,
  RecordAttendancePayload,
} from './attendance.types.js';
import type { AttendanceDayService } from './attendance-day.service.js';
import type { AttendanceEventService } from './attendance-event.service.js';
import type { RecordAttendanceService } from './record-attendance.service.js';
import type { SupervisorMarkService } from './supervisor-mark.service.js';

@Resolver()
export class AttendanceResolver {
  constructor(
    private readonly recorder: RecordAttendanceService,
    private readonly events: AttendanceEventService,
    private readonly days: AttendanceDayService,
    private readonly supervisorMarks: SupervisorMarkService,
  ) {}

  @Query(() => AttendanceEventConnection, { description: 'Accepted marks, newest first.' })
  async attendanceEvents(
    @Args(() => AttendanceEventsArgs) args: AttendanceEventsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof AttendanceEventConnection>> {
    return toConnection(await this.events.list(actorOf(context), args), toAttendanceEvent);
  }

  @Query(() => AttendanceDayConnection, { description: 'The verdict on each work date, newest first.' })
  async attendanceDays(
    @Args(() => AttendanceDaysArgs) args: AttendanceDaysArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof AttendanceDayConnection>> {
    return toConnection(await this.days.list(actorOf(context), args), toAttendanceDay);
  }

  @Query(() => OffShiftMarkConnection, {
    description: 'Marks outside every shift, newest first: visible, and not counted without a decision.',
  })
  async offShiftMarks(
    @Args(() => OffShiftMarksArgs) args: OffShiftMarksArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof OffShiftMarkConnection>> {
    return toConnection(await this.days.listOffShift(actorOf(context), args), toOffShift);
  }

  @Mutation(() => RecordAttendancePayload, {
    description: 'Marks attendance with a face, or with a PIN. Safe to repeat with the same idempotency key.',
  })
  async recordAttendance(
    @Arg('input', () => RecordAttendanceInput, { description: 'Whose mark, and what is shown for it.' })
    input: RecordAttendanceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RecordAttendancePayload> {
    return toRecordPayload(await this.recorder.record(actorOf(context), input));
  }

  @Mutation(() => RecordAttendancePayload, {
    description: 'Marks attendance for a person of your own who can show neither face nor PIN. Not for yourself.',
  })
  async recordSupervisorMark(
    @Arg('input', () => RecordSupervisorMarkInput, { description: 'Whose mark, and why.' })
    input: RecordSupervisorMarkInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RecordAttendancePayload> {
    return toRecordPayload(await this.supervisorMarks.record(actorOf(context), input));
  }
}
