import { ArrayMaxSize, IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';

@InputType({
  description: 'A break: a window of the clock (start and end) or an amount (minutes), exactly one of both.',
})
export class BreakRuleInput {
  @Field(() => String, { nullable: true, description: 'What people call the break.' })
  @MaxLength(100)
  name?: string | null;

  @Field(() => Boolean, { description: 'True: the break counts as worked. False: it is deducted.' })
  isPaid!: boolean;

  @Field(() => String, { nullable: true, description: 'When the window starts, HH:MM on the clock of the site.' })
  start?: string | null;

  @Field(() => String, { nullable: true, description: 'When the window ends, HH:MM on the clock of the site.' })
  end?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long the break is, in whole minutes; left out: it is a window.',
  })
  minutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Deducted by itself after so many worked minutes; left out: only when marked.',
  })
  afterWorkedMinutes?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Never deduct below afterWorkedMinutes. Default false.' })
  isGradual?: boolean | null;
}

@InputType({ description: 'Rounds the time of a mark; the raw instant is always kept.' })
export class RoundingRuleInput {
  @Field(() => Int, { description: 'Divides 60.' })
  toMinutes!: number;

  @Field(() => String, { description: 'UP, DOWN or NEAREST.' })
  direction!: string;
}

@InputType({ description: 'How the times of marks are rounded. A side left out is not rounded.' })
export class RoundingInput {
  @Field(() => RoundingRuleInput, { nullable: true, description: 'For marks in.' })
  in?: RoundingRuleInput | null;

  @Field(() => RoundingRuleInput, { nullable: true, description: 'For marks out.' })
  out?: RoundingRuleInput | null;
}

@InputType({ description: 'When overtime counts, how much of it, and how it is paid.' })
export class OvertimeRuleInput {
  @Field(() => String, { description: 'BEFORE_SHIFT, AFTER_SHIFT or BOTH.' })
  side!: string;

  @Field(() => Int, { description: 'Up to and with so many minutes beyond the shift are no overtime.' })
  startsAfterMinutes!: number;

  @Field(() => String, { nullable: true, description: 'SHIFT_EDGE (default) or THRESHOLD.' })
  countsFrom?: string | null;

  @Field(() => Int, { nullable: true, description: 'At most so much overtime a day. Null or left out: no cap.' })
  dailyCapMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so much overtime a week. Null or left out: no cap.' })
  weeklyCapMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole percent; default 100.' })
  workdayPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole percent; default 100.' })
  weekendPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole percent; default 100.' })
  holidayPercent?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Payable only as far as a person approved it. Default false.' })
  needsApproval?: boolean | null;
}

@InputType({ description: 'What a calendar month forgives. Both given: both must have room.' })
export class MonthlyAllowanceInput {
  @Field(() => Int, { nullable: true, description: 'How many minutes a month. Null or left out: no limit of minutes.' })
  minutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many times a month. Null or left out: no limit of times.' })
  occurrences?: number | null;
}

@InputType({ description: 'How a check-in that nobody ended is closed.' })
export class AutoCheckOutInput {
  @Field(() => Int, { description: "Closes an open check-in so many minutes after the shift's end, flagged." })
  minutesAfterEnd!: number;
}

@InputType({ description: 'Levers left out take their defaults; null switches a lever off.' })
export class PolicyLeversInput {
  @Field(() => Int, { nullable: true, description: "The window opens so long before the shift's start. Default 60." })
  checkInOpensMinutesBefore?: number | null;

  @Field(() => Int, { nullable: true, description: 'The window closes so long after its end. Default 240.' })
  checkOutClosesMinutesAfter?: number | null;

  @Field(() => String, { nullable: true, description: 'ALTERNATING (default) or BY_KIND.' })
  pairing?: string | null;

  @Field(() => String, { nullable: true, description: 'FIRST_IN_LAST_OUT (default) or EVERY_PAIR.' })
  hours?: string | null;

  @Field(() => Int, { nullable: true, description: 'A second mark within it is a double tap. Default 120.' })
  minimumMarkGapSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: 'Worked less: HALF_DAY. Default off.' })
  halfDayBelowMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Worked less: ABSENT. Tested first. Default off.' })
  absentBelowMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Strictly later counts as late. Default 0.' })
  lateGraceMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Strictly earlier counts as leaving early. Default 0.' })
  earlyGraceMinutes?: number | null;

  @Field(() => MonthlyAllowanceInput, {
    nullable: true,
    description: 'How much coming late a month forgives. Default off.',
  })
  monthlyLateAllowance?: MonthlyAllowanceInput | null;

  @Field(() => MonthlyAllowanceInput, {
    nullable: true,
    description: 'How much leaving early a month forgives. Default off.',
  })
  monthlyEarlyAllowance?: MonthlyAllowanceInput | null;

  @Field(() => Int, { nullable: true, description: 'In later than this: HALF_DAY. Default off.' })
  halfDayIfLateMinutes?: number | null;

  @Field(() => [BreakRuleInput], { nullable: true, description: 'The breaks, at most ten. Default none.' })
  @ArrayMaxSize(10)
  breaks?: BreakRuleInput[] | null;

  @Field(() => RoundingInput, { nullable: true, description: 'How the times of marks are rounded. Default off.' })
  rounding?: RoundingInput | null;

  @Field(() => OvertimeRuleInput, { nullable: true, description: 'When overtime counts. Default off.' })
  overtime?: OvertimeRuleInput | null;

  @Field(() => AutoCheckOutInput, { nullable: true, description: 'Closes a check-in that nobody ended. Default off.' })
  autoCheckOut?: AutoCheckOutInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Work on a holiday counts. Default false.' })
  markOnHolidays?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Work on a weekly day off counts. Default false.' })
  markOnWeeklyOffs?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'No day before this date is judged.' })
  processFrom?: string | null;

  @Field(() => Int, { nullable: true, description: "After the window's end, before an absence is marked. Default 60." })
  absentAfterMinutes?: number | null;
}

@InputType({ description: 'A new policy, or with policyId the next version of one.' })
export class CreatePolicyInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new policy.' })
  policyId?: string | null;

  @Field(() => String, { description: 'What people call the policy.' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first work date it judges. Left out: from the beginning.',
  })
  effectiveFrom?: string | null;

  @Field(() => PolicyLeversInput, { description: 'The rules of this version.' })
  levers!: PolicyLeversInput;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
