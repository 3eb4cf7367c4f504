import type { JsonObject } from '@rollcall/db';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';
import type { ReportColumnType } from '../../report-files/report-table.js';
import { Employee } from '../employee/employee.types.js';
import type { ReportGrouping, ReportKind } from './report-kinds.js';

export type { ReportKind };

export const ReportKindEnum = describedEnum<ReportKind>('AttendanceReportKind', 'What a report is about.', {
  REGISTER: 'A line a day.',
  MUSTER: 'A grid of people and dates.',
  HOURS: 'What each person worked.',
  OVERTIME: 'The overtime of each person.',
  LATE: 'How often and how long each person came late or left early.',
  EXCEPTIONS: 'What a person should look at.',
  ASSURANCE: 'How sure the marks of each person are.',
  HEADCOUNT: 'How many people were present, absent, away or off, by date and site.',
  PAYROLL: 'The minutes of each person by what they are paid as.',
});
export const ReportGroupingEnum = describedEnum<ReportGrouping>('ReportGrouping', 'What sums are made by.', {
  SITE: 'By the site of each row.',
  DEPARTMENT: 'By the department of each row.',
});
export const ReportColumnTypeEnum = describedEnum<ReportColumnType>(
  'ReportColumnType',
  'How the values of a column are to be read.',
  {
    TEXT: 'Plain text.',
    DATE: 'A local date, YYYY-MM-DD.',
    DATETIME: 'Date and time as text.',
    MINUTES: 'Whole minutes.',
    COUNT: 'A whole number.',
    HOURS: 'Hours with two decimals.',
    PERCENT: 'Whole percent, never summed.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'A column of a report.' })
export class ReportColumn {
  @Field(() => String, { description: 'The name of the value in each row.' })
  key!: string;

  @Field(() => ReportColumnTypeEnum, { description: 'How the values of the column are to be read.' })
  type!: ReportColumnType;
}

@ObjectType({ simpleResolvers: true, description: 'The rows of one site or department, those of other pages too.' })
export class ReportGroup {
  @Field(() => ID, { nullable: true, description: 'The site or department; null for rows without one.' })
  id!: string | null;

  @Field(() => Int, { description: 'How many rows belong to it.' })
  rowCount!: number;

  @Field(() => GraphQLJSONObject, { description: 'Sums over these rows.' })
  totals!: JsonObject;
}

@ObjectType({ simpleResolvers: true, description: 'A report as a table. Its totals are the sums of all rows.' })
export class AttendanceReport {
  @Field(() => [ReportColumn], { description: 'The columns, in the order in which they are shown.' })
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

  @Field(() => PageInfo, { description: 'Whether there are more rows, and where to go on.' })
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
  @Field(() => Date, { description: 'The moment it holds for.' })
  asOf!: Date;

  @Field(() => Int, { description: 'How many are in.' })
  inCount!: number;

  @Field(() => Int, { description: 'How many are on a break.' })
  onBreakCount!: number;

  @Field(() => Int, { description: 'People who may still be there: ask.' })
  unsureCount!: number;

  @Field(() => [PresenceRow], { description: 'By site, then employee number.' })
  rows!: readonly PresenceRow[];
}

@ObjectType({ simpleResolvers: true, description: 'Somebody to be found when a site is cleared.' })
export class EvacuationPerson {
  @Field(() => ID, { description: 'The id of the person.' })
  employeeId!: string;

  @Field(() => String, { description: 'The employee number.' })
  number!: string;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name of the department. Null: none.' })
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

  @Field(() => String, { nullable: true, description: 'The name of the site. Null: marks without a site.' })
  siteName!: string | null;

  @Field(() => Int, { description: 'How many are in.' })
  inCount!: number;

  @Field(() => Int, { description: 'How many are on a break.' })
  onBreakCount!: number;

  @Field(() => Int, { description: 'How many may still be there: their marks do not say.' })
  unsureCount!: number;

  @Field(() => [EvacuationPerson], { description: 'Everybody to be found, by name.' })
  people!: readonly EvacuationPerson[];
}

@ObjectType({ simpleResolvers: true, description: 'Everybody who is there or may be, site by site, to be printed.' })
export class EvacuationList {
  @Field(() => Date, { description: 'The moment the list was made for.' })
  asOf!: Date;

  @Field(() => Int, { description: 'People on the list.' })
  count!: number;

  @Field(() => [EvacuationSite], { description: 'One list for each site with somebody on it.' })
  sites!: readonly EvacuationSite[];
}
