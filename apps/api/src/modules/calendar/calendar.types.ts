import type { DayPortion, LeaveStatus } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { DayPortionEnum, DecisionStatusEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A public or company holiday.' })
export class Holiday implements NodeInterface {
  @Field(() => ID, { description: 'The id of the holiday.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The day that is off.' })
  date!: string;

  @Field(() => String, { description: 'What the holiday is called.' })
  name!: string;

  @Field(() => DayPortionEnum, { description: 'A half holiday leaves the other half to work.' })
  portion!: DayPortion;

  @Field(() => ID, { nullable: true, description: 'Null: every site.' })
  siteId!: string | null;

  @Field(() => Int, { description: 'Goes up with each change.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A holiday of an import.' })
export class HolidayLine {
  @Field(() => LocalDate, { description: 'The day that is off.' })
  date!: string;

  @Field(() => String, { description: 'What the holiday is called.' })
  name!: string;

  @Field(() => DayPortionEnum, { description: 'The part of the day that is off.' })
  portion!: DayPortion;
}

@ObjectType({ simpleResolvers: true, description: 'A country, or a part of one, of which holidays are known.' })
export class HolidayPlace {
  @Field(() => String, { description: 'ISO 3166, with parts as in DE-BY.' })
  code!: string;

  @Field(() => String, { description: 'In the language asked for, if it is translated.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is a part of; null: it is a country.' })
  parentCode!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Holidays of a place and year, to be looked at and imported.' })
export class KnownHolidays {
  @Field(() => [HolidayLine], { description: 'The holidays, by date.' })
  holidays!: readonly HolidayLine[];

  @Field(() => String, { description: 'Where they come from and under which licence; show it beside them.' })
  source!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What an import of holidays did, or would do.' })
export class HolidayImport {
  @Field(() => [HolidayLine], { description: 'Those that were not there, by date.' })
  added!: readonly HolidayLine[];

  @Field(() => [HolidayLine], { description: 'Those that were there already, by date.' })
  present!: readonly HolidayLine[];
}

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A weekday on which nobody works.' })
export class WeeklyOff implements NodeInterface {
  @Field(() => ID, { description: 'The id of the weekly day off.' })
  id!: string;

  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => [Int], { description: 'Only the n-th such weekday of a month, 1 to 5; empty: each.' })
  weeksOfMonth!: readonly number[];

  @Field(() => LocalDate, { nullable: true, description: 'The first date it holds for; null: from the beginning.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last date it holds for; null: open-ended.' })
  to!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: every site.' })
  siteId!: string | null;

  @Field(() => Int, { description: 'Goes up with each change.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A kind of leave.' })
export class LeaveType implements NodeInterface {
  @Field(() => ID, { description: 'The id of the kind of leave.' })
  id!: string;

  @Field(() => String, { description: 'What people call it; unique, whatever its case.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether days of it are paid. Never changes.' })
  isPaid!: boolean;

  @Field(() => String, { nullable: true, description: '#rrggbb, for calendars.' })
  colour!: string | null;

  @Field(() => Boolean, { description: 'Not offered any more.' })
  isArchived!: boolean;

  @Field(() => Int, { description: 'Goes up with each change.' })
  version!: number;
}

/** The fields employee and leaveType are resolved in calendar.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A leave somebody asked for. It counts once it is approved.',
})
export class Leave implements NodeInterface {
  @Field(() => ID, { description: 'The id of the leave.' })
  id!: string;

  @Field(() => ID, { description: 'The id of the kind of leave.' })
  leaveTypeId!: string;

  @Field(() => LocalDate, { description: 'The first day, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to!: string;

  @Field(() => DayPortionEnum, { description: 'Holds for each date of the leave.' })
  portion!: DayPortion;

  @Field(() => String, { description: 'What was said with the request; empty: nothing.' })
  reason!: string;

  @Field(() => DecisionStatusEnum, { description: 'Whether it waits, and how it was decided.' })
  status!: LeaveStatus;

  @Field(() => Date, { nullable: true, description: 'When it was decided or taken back. Null: it waits.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said with the decision. Null: nothing.' })
  decisionNote!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with your decision.' })
  version!: number;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}

export const LeaveConnection = connectionType('Leave', () => Leave);
