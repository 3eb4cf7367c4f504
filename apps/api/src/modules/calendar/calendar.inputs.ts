import type { DayPortion, LeaveStatus } from '@rollcall/contracts';
import { ArrayMaxSize, IsNotEmpty, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { DayPortionEnum, DecisionStatusEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';

const MAX_NAME = 200;
const COLOUR = /^#[0-9a-f]{6}$/i;
const MAX_NOTE = 1000;

@ArgsType()
export class KnownHolidaysArgs {
  @Field(() => String, { description: 'The code of a place of holidayPlaces.' })
  @MaxLength(20)
  place!: string;

  @Field(() => Int, { description: 'From 2000 to 2075.' })
  year!: number;

  @Field(() => String, { nullable: true, defaultValue: 'en', description: 'Of the names, where they are translated.' })
  @MaxLength(35)
  language!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: with days on which only banks and offices close.',
  })
  withBankHolidays!: boolean;
}

@InputType({ description: 'A holiday to add.' })
export class CreateHolidayInput {
  @Field(() => LocalDate, { description: 'The day that is off.' })
  date!: string;

  @Field(() => String, { description: 'What the holiday is called.' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => DayPortionEnum, {
    nullable: true,
    defaultValue: 'FULL',
    description: 'The part of the day that is off.',
  })
  portion!: DayPortion;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A weekday on which nobody works.' })
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

  @Field(() => LocalDate, { nullable: true, description: 'The first date it holds for; left out: from the beginning.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last date it holds for; left out: open-ended.' })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A kind of leave to add.' })
export class CreateLeaveTypeInput {
  @Field(() => String, { description: 'What people call it; unique, whatever its case.' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => Boolean, { description: 'Whether days of it are paid. Never changes.' })
  isPaid!: boolean;

  @Field(() => String, { nullable: true, description: '#rrggbb, for calendars.' })
  @ValidateIf((_, value) => value != null)
  @Matches(COLOUR, { message: 'colour must be #rrggbb.' })
  colour?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description: 'A field left out stays as it is. Whether it is paid never changes: that would change the past.',
})
export class UpdateLeaveTypeInput {
  @Field(() => ID, { description: 'The kind of leave to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Unique, whatever its case.' })
  @MaxLength(MAX_NAME)
  name?: string | null;

  @Field(() => String, { nullable: true, description: '#rrggbb; null: none.' })
  @ValidateIf((_, value) => value != null)
  @Matches(COLOUR, { message: 'colour must be #rrggbb.' })
  colour?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: not offered any more.' })
  isArchived?: boolean | null;
}

@InputType({ description: 'A holiday to add.' })
export class ImportedHolidayInput {
  @Field(() => LocalDate, { description: 'The day that is off.' })
  date!: string;

  @Field(() => String, { description: 'What the holiday is called.' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => DayPortionEnum, {
    nullable: true,
    defaultValue: 'FULL',
    description: 'The part of the day that is off.',
  })
  portion!: DayPortion;
}

@InputType({ description: 'Holidays to add.' })
export class ImportHolidaysInput {
  @Field(() => [ImportedHolidayInput], { description: 'At most 1,000, in any order.' })
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  holidays!: ImportedHolidayInput[];

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: only says what would happen.' })
  dryRun!: boolean;
}

@InputType({ description: 'A leave to ask for.' })
export class RequestLeaveInput {
  @Field(() => ID, { description: 'Whose leave it is.' })
  employeeId!: string;

  @Field(() => ID, { description: 'The kind of leave; one that is still offered.' })
  leaveTypeId!: string;

  @Field(() => LocalDate, { description: 'The first day, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to!: string;

  @Field(() => DayPortionEnum, {
    nullable: true,
    defaultValue: 'FULL',
    description: 'The part of each date that it covers.',
  })
  portion!: DayPortion;

  @Field(() => String, { nullable: true, description: 'For whoever decides. Left out: nothing.' })
  @MaxLength(MAX_NOTE)
  reason?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which leaves: all that is given must hold.' })
export class LeaveFilter {
  @Field(() => ID, { nullable: true, description: 'Only leaves of this person, those of merged records included.' })
  employeeId?: string | null;

  @Field(() => DecisionStatusEnum, { nullable: true, description: 'PENDING: those that wait for a decision.' })
  status?: LeaveStatus | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that touch this date or a later one.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Leaves that touch this date or an earlier one.' })
  to?: string | null;
}

@ArgsType()
export class LeavesArgs extends PageArgs {
  @Field(() => LeaveFilter, { nullable: true, description: 'Which leaves. Left out: all you may see.' })
  filter?: LeaveFilter | null;
}
