import { ArrayMaxSize, IsNotEmpty, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const asTime = { message: '$property must be a time of the day, HH:MM.' };

@InputType({
  description: 'Give what belongs to the kind: weekdays for WEEKLY; anchorDate, lengthDays and workDays for CYCLE.',
})
export class ShiftPatternInput {
  @Field(() => String, { description: 'EVERY_DAY, WEEKLY or CYCLE.' })
  @Matches(/^(EVERY_DAY|WEEKLY|CYCLE)$/)
  kind!: string;

  @Field(() => [Int], { nullable: true, description: '1 is Monday, 7 is Sunday.' })
  @ArrayMaxSize(7)
  weekdays?: number[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date that is day 0 of the cycle.' })
  anchorDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many days the cycle has.' })
  lengthDays?: number | null;

  @Field(() => [Int], { nullable: true, description: 'Days of the cycle that are worked, from 0.' })
  @ArrayMaxSize(366)
  workDays?: number[] | null;
}

@InputType({ description: 'A shift to add.' })
export class CreateShiftInput {
  @Field(() => String, { description: 'What people call the shift; unique.' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'HH:MM on the wall clock of the site.' })
  @Matches(LOCAL_TIME, asTime)
  start!: string;

  @Field(() => String, { description: 'HH:MM; before the start: on the next day.' })
  @Matches(LOCAL_TIME, asTime)
  end!: string;

  @Field(() => ShiftPatternInput, { nullable: true, description: 'Left out: every day.' })
  pattern?: ShiftPatternInput | null;

  @Field(() => ID, { nullable: true, description: 'Left out: the standard policy, all levers at their defaults.' })
  policyId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateShiftInput {
  @Field(() => ID, { description: 'The shift to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What people call the shift; unique.' })
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'When it starts, HH:MM on the clock of the site.' })
  @Matches(LOCAL_TIME, asTime)
  start?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it ends, HH:MM on the clock of the site; before the start: on the next day.',
  })
  @Matches(LOCAL_TIME, asTime)
  end?: string | null;

  @Field(() => ShiftPatternInput, { nullable: true, description: 'On which dates it is worked.' })
  pattern?: ShiftPatternInput | null;

  @Field(() => ID, { nullable: true, description: 'The policy whose versions judge its days.' })
  policyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: not offered any more.' })
  isArchived?: boolean | null;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateAssignmentInput {
  @Field(() => ID, { description: 'The assignment to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => LocalDate, { nullable: true, description: 'The first work date.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last work date; null: open-ended.' })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: "Another site than the employee's own; null: the own one." })
  siteId?: string | null;
}

@InputType({ description: 'Give shiftId, or rotationAnchorDate with rotationSlots, exactly one of both.' })
export class AssignShiftInput {
  @Field(() => [ID], { description: 'One or several people, at most 200.' })
  @ArrayMaxSize(200)
  employeeIds!: string[];

  @Field(() => LocalDate, { description: 'The first work date.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last work date; left out: open-ended.' })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift to work by its own pattern. Left out: a rotation.' })
  shiftId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date that is day 0 of the rotation.' })
  rotationAnchorDate?: string | null;

  @Field(() => [[ID]], { nullable: true, description: 'The shifts of each day of the rotation; an empty day is off.' })
  @ArrayMaxSize(366)
  rotationSlots?: string[][] | null;

  @Field(() => ID, { nullable: true, description: "Another site than the employees' own." })
  siteId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'One shift of one date, and where it goes. The rest of its assignment stays.' })
export class MoveShiftInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The assignment that plans the shift. Null: it is the usual shift of fromEmployeeId.',
  })
  assignmentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the assignment you read. CONFLICT if someone changed it since.',
  })
  version?: number | null;

  @Field(() => ID, { nullable: true, description: 'Whose usual shift it is; with an assignment left out.' })
  fromEmployeeId?: string | null;

  @Field(() => LocalDate, { description: 'The work date that loses the shift.' })
  date!: string;

  @Field(() => ID, { description: 'Which shift of that date; a rotation may have several.' })
  shiftId!: string;

  @Field(() => ID, { description: 'Who works it then: the same person or another one.' })
  employeeId!: string;

  @Field(() => LocalDate, {
    description: 'The work date that gets it, also where the pattern of the shift has a day off.',
  })
  toDate!: string;
}
