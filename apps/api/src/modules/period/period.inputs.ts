import { ArrayMaxSize, IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';
import { CreateHolidayInput, CreateWeeklyOffInput } from '../calendar/calendar.inputs.js';
import { CreatePolicyInput } from '../roster/policy.inputs.js';
import { UpdateShiftInput } from '../roster/roster.inputs.js';

@InputType({ description: 'The days of a period that is over.' })
export class PeriodInput {
  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included; before today.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: every department.' })
  departmentId?: string | null;
}

@InputType({ description: 'Which days to lock.' })
export class FinalisePeriodInput extends PeriodInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many unresolved days you were shown (periodReadiness); CONFLICT if there are others by now. Left out: not compared.',
  })
  unresolvedCount?: number | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which days to sign for.' })
export class SignOffPeriodInput extends PeriodInput {
  @Field(() => String, { nullable: true, description: 'Kept with the signature. Left out: nothing.' })
  @MaxLength(1000)
  note?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ArgsType()
export class PeriodSignOffsArgs {
  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included.' })
  to!: string;
}

@InputType({ description: 'A sign-off to take back.' })
export class WithdrawSignOffInput {
  @Field(() => ID, { description: 'The id of the sign-off.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;
}

@InputType({ description: 'A holiday that is to go.' })
export class RemovedHolidayInput {
  @Field(() => ID, { description: 'The id of the holiday.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;
}

@InputType({ description: 'A weekly day off that is to go.' })
export class RemovedWeeklyOffInput {
  @Field(() => ID, { description: 'The id of the weekly day off.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;
}

@InputType({ description: 'One change of the rules: exactly one of these.' })
export class RuleChangeInput {
  @Field(() => CreatePolicyInput, { nullable: true, description: 'The next version of a policy; it needs policyId.' })
  @ValidateNested()
  policy?: CreatePolicyInput | null;

  @Field(() => UpdateShiftInput, { nullable: true, description: 'A shift that is changed.' })
  @ValidateNested()
  shift?: UpdateShiftInput | null;

  @Field(() => CreateHolidayInput, { nullable: true, description: 'A holiday that is added.' })
  @ValidateNested()
  holiday?: CreateHolidayInput | null;

  @Field(() => RemovedHolidayInput, { nullable: true, description: 'A holiday that is taken back.' })
  removedHoliday?: RemovedHolidayInput | null;

  @Field(() => CreateWeeklyOffInput, { nullable: true, description: 'A weekly day off that is added.' })
  @ValidateNested()
  weeklyOff?: CreateWeeklyOffInput | null;

  @Field(() => RemovedWeeklyOffInput, { nullable: true, description: 'A weekly day off that is taken back.' })
  removedWeeklyOff?: RemovedWeeklyOffInput | null;
}

@InputType({ description: 'A finalised period to unlock.' })
export class ReopenPeriodInput {
  @Field(() => ID, { description: 'The id of the period.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;

  @Field(() => String, { description: 'Goes into the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'Which days to compute anew, and by which rules.' })
export class RecomputeInput {
  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, {
    description:
      'The last date, included; at most 366 days, and 12,000 days of people together (387 people over a month): more is refused with the code TOO_MANY_DAYS, and is asked for site by site or department by department. A change of a shift or policy counts only who works by it.',
  })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only people of this site.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people of this department.' })
  departmentId?: string | null;

  @Field(() => RuleChangeInput, {
    nullable: true,
    description: 'Tries out a change of the rules. Applying stores it together with the days.',
  })
  @ValidateNested()
  change?: RuleChangeInput | null;

  @Field(() => [ID], { nullable: true, description: 'Only these people.' })
  @ArrayMaxSize(2000)
  employeeIds?: string[] | null;
}
