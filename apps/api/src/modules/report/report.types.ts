import type { JsonObject } from '@rollcall/db';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../graphql/connection.js';
import { graphqlEnum } from '../../graphql/enums.js';
import { REPORT_COLUMN_TYPES, type ReportColumnType } from '../../report-files/report-table.js';
import { Employee } from '../employee/employee.types.js';
import { REPORT_GROUPINGS, REPORT_KINDS, type ReportKind } from './report-kinds.js';

export type { ReportKind };

export const ReportKindEnum = graphqlEnum(
  'AttendanceReportKind',
  REPORT_KINDS,
  'REGISTER: a line a day; MUSTER: a grid of people and dates; HOURS, OVERTIME, LATE: sums a person; EXCEPTIONS: what a person should look at; ASSURANCE: how sure the marks of each person are; HEADCOUNT: people a date and site; PAYROLL: minutes by class.',
);
export const ReportGroupingEnum = graphqlEnum('ReportGrouping', REPORT_GROUPINGS);
export const ReportColumnTypeEnum = graphqlEnum('ReportColumnType', REPORT_COLUMN_TYPES);

@ObjectType({ simpleResolvers: true, description: 'A column of a report.' })
export class ReportColumn {
  @Field(() => String, { description: 'The name of the value in each row.' })
  key!: string;

  @Field(() => ReportColumnTypeEnum)
  type!: ReportColumnType;
}

@ObjectType({ simpleResolvers: true, description: 'The rows of one site or department, those of other pages too.' })
export class ReportGroup {
  @Field(() => ID, { nullable: true, description: 'The site or department; null for rows without one.' })
  id!: string | null;

  @Field(() => Int)
  rowCount!: number;

  @Field(() => GraphQLJSONObject, { description: 'Sums over these rows.' })
  totals!: JsonObject;
}

@ObjectType({ simpleResolvers: true, description: 'A report as a table. Its totals are the sums of all rows.' })
export class AttendanceReport {
  @Field(() => [ReportColumn])
  columns!: readonly ReportColumn[];

  @Field(() => [GraphQLJSONObject], {
    description: 'One object a row, by the keys of the columns; null where there is nothing.',
  })
  rows!: readonly JsonObject[];

  @Field(() => GraphQLJSONObject, { description: 'Sums over all rows, those of other pages too.' })
  totals!: JsonObject;

  @Field(() => [ReportGroup], { description: 'By groupBy; together they are the totals. Empty without it.' })
  groups!: readonly ReportGroup[];

  @Field(() => Int, { description: 'How many rows there are on all pages.' })
  totalCount!: number;

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

/** The field employee is resolved in report.resolver.ts. */
@ObjectType({ simpleResolvers: true, description: 'Somebody who is there, or may be.' })
export class PresenceRow {
  @Field(() => String, { description: 'IN, ON_BREAK, or UNSURE: the marks do not say whether the person has left.' })
  state!: string;

  @Field(() => ID, { nullable: true, description: 'The site of the last mark.' })
  siteId!: string | null;

  @Field(() => Date, { description: 'The last mark.' })
  sinceAt!: Date;

  /** Not in the schema: for the field resolver. */
  employeeId!: string;

  @Field(() => Employee, { nullable: true, description: 'Null: a colleague of a site you do not see.' })
  employee!: Employee | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who is in at this moment.' })
export class Presence {
  @Field(() => Date)
  asOf!: Date;

  @Field(() => Int)
  inCount!: number;

  @Field(() => Int)
  onBreakCount!: number;

  @Field(() => Int, { description: 'People who may still be there: ask.' })
  unsureCount!: number;

  @Field(() => [PresenceRow], { description: 'By site, then employee number.' })
  rows!: readonly PresenceRow[];
}

@ObjectType({ simpleResolvers: true, description: 'Somebody to be found when a site is cleared.' })
export class EvacuationPerson {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  departmentName!: string | null;

  @Field(() => String, { description: 'IN, ON_BREAK, or UNSURE: the marks do not say whether the person has left.' })
  state!: string;

  @Field(() => Date, { description: 'The last mark.' })
  sinceAt!: Date;

  @Field(() => String, { description: 'The last mark on the clock of the site, YYYY-MM-DD HH:MM.' })
  sinceLocal!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Who has to be found at one site.' })
export class EvacuationSite {
  @Field(() => ID, { nullable: true, description: 'Null: marks without a site.' })
  siteId!: string | null;

  @Field(() => String, { nullable: true })
  siteName!: string | null;

  @Field(() => Int)
  inCount!: number;

  @Field(() => Int)
  onBreakCount!: number;

  @Field(() => Int)
  unsureCount!: number;

  @Field(() => [EvacuationPerson], { description: 'By name.' })
  people!: readonly EvacuationPerson[];
}

@ObjectType({ simpleResolvers: true, description: 'Everybody who is there or may be, site by site, to be printed.' })
export class EvacuationList {
  @Field(() => Date)
  asOf!: Date;

  @Field(() => Int, { description: 'People on the list.' })
  count!: number;

  @Field(() => [EvacuationSite])
  sites!: readonly EvacuationSite[];
}
