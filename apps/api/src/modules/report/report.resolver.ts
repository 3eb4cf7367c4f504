import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import type { EvacuationService } from './evacuation.service.js';
import { AttendanceReportInput } from './report.inputs.js';
import { toEvacuationList, toPresence, toReport } from './report.mapper.js';
import type { ReportService } from './report.service.js';
import { AttendanceReport, EvacuationList, Presence, PresenceRow } from './report.types.js';

@Resolver(() => PresenceRow)
export class ReportResolver {
  constructor(
    private readonly reports: ReportService,
    private readonly evacuation: EvacuationService,
  ) {}

  @Query(() => AttendanceReport, { description: 'A report over the stored verdicts, as a table.' })
  async attendanceReport(
    @Arg('input', () => AttendanceReportInput, { description: 'Which report, over which dates and people.' })
    input: AttendanceReportInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AttendanceReport> {
    const report = await this.reports.report(actorOf(context), input);
    return toReport(report, input.groupBy == null ? [] : this.reports.groupsOf(report, input.groupBy), input);
  }

  @Query(() => Presence, { description: 'Who is in now: the headcount, and the list for an evacuation.' })
  async presence(
    @Arg('siteId', () => ID, { nullable: true, description: 'Left out: every site.' }) siteId: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<Presence> {
    return toPresence(await this.reports.presence(actorOf(context), siteId ?? null));
  }

  @Query(() => EvacuationList, {
    description:
      'Who has to be found when a site is cleared, whichever site they belong to. Quick, and made to be printed.',
  })
  async evacuationList(
    @Arg('siteId', () => ID, { nullable: true, description: 'Left out: every site.' }) siteId: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<EvacuationList> {
    const { sites, asOf } = await this.evacuation.list(actorOf(context), siteId ?? null);
    return toEvacuationList(sites, asOf);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Null: a colleague of a site you do not see.' })
  async employee(@Root() row: PresenceRow, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(row.employeeId), toEmployee);
  }
}
