import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import { AttendanceReportInput } from './report.inputs.js';
import { toPresence, toReport } from './report.mapper.js';
import type { ReportService } from './report.service.js';
import { AttendanceReport, Presence, PresenceRow } from './report.types.js';

@Resolver(() => PresenceRow)
export class ReportResolver {
  constructor(private readonly reports: ReportService) {}

  @Query(() => AttendanceReport, { description: 'A report over the stored verdicts, as a table.' })
  async attendanceReport(
    @Arg('input', () => AttendanceReportInput) input: AttendanceReportInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AttendanceReport> {
    return toReport(await this.reports.report(actorOf(context), input), input);
  }

  @Query(() => Presence, { description: 'Who is in now: the headcount, and the list for an evacuation.' })
  async presence(
    @Arg('siteId', () => ID, { nullable: true, description: 'Left out: every site.' }) siteId: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Presence> {
    return toPresence(await this.reports.presence(actorOf(context), siteId ?? null));
  }

  @FieldResolver(() => Employee)
  async employee(@Root() row: PresenceRow, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(row.employeeId), toEmployee);
  }
}
