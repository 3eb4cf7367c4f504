import type { DayPortion, LeaveStatus } from '@rollcall/contracts';
import { ArrayMaxSize, IsNotEmpty, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { DayPortionEnum, DecisionStatusEnum } from '../../graphql/enums.js';
import { LocalDate } from '../../graphql/scalars.js';

const MAX_NAME = 200;
const MAX_NOTE = 1000;

@InputType()
export class CreateHolidayInput {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => DayPortionEnum, { nullable: true, defaultValue: 'FULL' })
  portion!: DayPortion;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;
}

@InputType()
export class CreateWeeklyOffInput {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  @Min(1)
  @Max(7)
  weekday!: number;

  @Field(() => [Int], { nullable: true, description: 'Only the n-th such weekday of a month, 1 to 5; left out: each.' })
  @ArrayMaxSize(5)
  @Min(1, { each: true })
  @Max(5, { each: true })
  weeksOfMonth?: number[] | null;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;
}

@InputType()
export class CreateLeaveTypeInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => Boolean)
  isPaid!: boolean;
}

@InputType()
export class RequestLeaveInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => ID)
  leaveTypeId!: string;

  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to!: string;

  @Field(() => DayPortionEnum, { nullable: true, defaultValue: 'FULL' })
  portion!: DayPortion;

  @Field(() => String, { nullable: true })
  @MaxLength(MAX_NOTE)
  reason?: string | null;
}

@InputType()
export class LeaveFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => DecisionStatusEnum, { nullable: true })
  status?: LeaveStatus | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that touch this date or a later one.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that touch this date or an earlier one.' })
  to?: string | null;
}

@ArgsType()
export class LeavesArgs extends PageArgs {
  @Field(() => LeaveFilter, { nullable: true })
  filter?: LeaveFilter | null;
}
