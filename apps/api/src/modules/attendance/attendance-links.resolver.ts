import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toCaptureAttempt } from '../capture-attempt/capture-attempt.mapper.js';
import { CaptureAttempt } from '../capture-attempt/capture-attempt.types.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { AttendanceDay, AttendanceEvent, OffShiftMark } from './attendance.types.js';

/** From a mark to the person and the evidence. */
@Resolver(() => AttendanceEvent)
export class AttendanceEventLinksResolver {
  @FieldResolver(() => Employee, { description: 'Whose mark it was recorded for.' })
  async employee(@Root() event: AttendanceEvent, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(event.employeeId), toEmployee);
  }

  @FieldResolver(() => CaptureAttempt, {
    nullable: true,
    description: 'What was measured when it was made. Null: imported, or written by a correction or a dispute.',
  })
  async attempt(@Root() event: AttendanceEvent, @Ctx() context: GraphQLContext): Promise<CaptureAttempt | null> {
    return orNull(await context.loaders.attempt(event.attemptId), toCaptureAttempt);
  }
}

/** From a day to the person. */
@Resolver(() => AttendanceDay)
export class AttendanceDayLinksResolver {
  @FieldResolver(() => Employee, { description: 'Whose day it is.' })
  async employee(@Root() day: AttendanceDay, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(day.employeeId), toEmployee);
  }
}

/** From a mark off shift to the person. */
@Resolver(() => OffShiftMark)
export class OffShiftMarkLinksResolver {
  @FieldResolver(() => Employee, { description: 'Whose mark it is.' })
  async employee(@Root() mark: OffShiftMark, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(mark.employeeId), toEmployee);
  }
}
