import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { LocalDate } from '../../graphql/scalars.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { toDayEvidence } from './day-evidence.mapper.js';
import type { DayEvidenceService } from './day-evidence.service.js';
import { AttendanceDayEvidence } from './day-evidence.types.js';

@Resolver(() => AttendanceDayEvidence)
export class DayEvidenceResolver {
  constructor(private readonly evidence: DayEvidenceService) {}

  @Query(() => AttendanceDayEvidence, {
    description: 'One person on one date: verdicts with their rules, and everything they stand on.',
  })
  async attendanceDay(
    @Arg('employeeId', () => ID, { description: 'The id of the person.' }) employeeId: string,
    @Arg('date', () => LocalDate, { description: 'The local date.' }) date: string,
    @Ctx() context: GraphQLContext,
  ): Promise<AttendanceDayEvidence> {
    return toDayEvidence(await this.evidence.find(actorOf(context), employeeId, date));
  }

  @FieldResolver(() => Employee, { description: 'The person who was asked for.' })
  async employee(
    @Root() { employeeId }: AttendanceDayEvidence,
    @Ctx() context: GraphQLContext,
  ): Promise<Employee | null> {
    return orNull(await context.loaders.employee(employeeId), toEmployee);
  }
}
