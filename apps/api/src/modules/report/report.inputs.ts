import type { DayStatus } from '@rollcall/contracts';
import { Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DayStatusEnum } from '../../graphql/enums.js';
import { LocalDate } from '../../graphql/scalars.js';
import { ReportGroupingEnum, ReportKindEnum } from './report.types.js';
import type { ReportGrouping, ReportKind } from './report-kinds.js';

@InputType({ description: 'Which report, over which dates and people.' })
export class AttendanceReportInput {
  @Field(() => ReportKindEnum, { description: 'Which report.' })
  kind!: ReportKind;

  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included; at most 92 days.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only this site. Left out: every site you may see.' })
  siteId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only people of this department. Left out: every department you may see.',
  })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this person. Left out: everybody you may see.' })
  employeeId?: string | null;

  @Field(() => [DayStatusEnum], {
    nullable: true,
    description: 'Of REGISTER, MUSTER, EXCEPTIONS and HEADCOUNT: only days with one of these. Left out: every status.',
  })
  statuses?: DayStatus[] | null;

  @Field(() => ReportGroupingEnum, { nullable: true, description: 'Adds the sums of each site or department.' })
  groupBy?: ReportGrouping | null;

  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'Rows of a page, 1 to 500.' })
  @Min(1)
  @Max(500)
  first!: number;

  @Field(() => String, { nullable: true, description: 'The end cursor of the page before.' })
  after?: string | null;
}
