import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Work dates whose verdicts are locked: what payroll has taken does not change any more.',
})
export class FinalisedPeriod implements NodeInterface {
  @Field(() => ID, { description: 'The id of the period.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Null: every site.' })
  siteId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: every department.' })
  departmentId!: string | null;

  @Field(() => Date, { description: 'When the period was locked.' })
  finalisedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is in force.' })
  reopenedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was unlocked again. Null while it is in force.' })
  reopenReason!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back to reopen it.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What of a period somebody should look at before it is finalised.' })
export class PeriodReadiness {
  @Field(() => Int, { description: 'Days with a verdict, one for each shift of each person.' })
  dayCount!: number;

  @Field(() => Int, { description: 'Days that lack a mark: payroll gets their minutes as UNRESOLVED.' })
  missingMarkCount!: number;

  @Field(() => Int, { description: 'Days without a verdict yet, for example because a device has not reported.' })
  inProgressCount!: number;

  @Field(() => Int, { description: 'Days of missingMarkCount and inProgressCount together.' })
  unresolvedCount!: number;

  @Field(() => Int, { description: 'Days that were closed although a device had not reported.' })
  provisionalCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How often a day goes from one status to another.' })
export class StatusChange {
  @Field(() => String, { nullable: true, description: 'Null: there was no record.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Null: there is no record any more.' })
  after!: string | null;

  @Field(() => Int, { description: 'How many days.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Minutes of a day that would become other ones.' })
export class MinutesChange {
  @Field(() => String, {
    description: 'Which minutes: workedMinutes, breakMinutes, lateMinutes, earlyMinutes or overtimeMinutes.',
  })
  field!: string;

  @Field(() => Int, { nullable: true, description: 'Null: there was no record.' })
  before!: number | null;

  @Field(() => Int, { nullable: true, description: 'Null: there is no record any more.' })
  after!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'One day that would become different.' })
export class DayChange {
  @Field(() => String, { description: 'ADDED, REMOVED or CHANGED.' })
  kind!: string;

  @Field(() => ID, { description: 'The id of the person.' })
  employeeId!: string;

  @Field(() => LocalDate, { description: 'The local date on which the shift starts.' })
  workDate!: string;

  @Field(() => ID, { description: 'The shift of the day, or the word free-day where none was planned.' })
  shiftId!: string;

  @Field(() => String, { nullable: true, description: 'The status it has. Null: there is no record.' })
  statusBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'The status it would get. Null: there would be no record.' })
  statusAfter!: string | null;

  @Field(() => Int, { nullable: true, description: 'The worked minutes it has. Null: there is no record.' })
  workedMinutesBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'The worked minutes it would get. Null: there would be no record.' })
  workedMinutesAfter!: number | null;

  @Field(() => [MinutesChange], { description: 'Those minutes that differ.' })
  minutes!: readonly MinutesChange[];

  @Field(() => [String], { description: 'Names of the fields that differ.' })
  fields!: readonly string[];

  @Field(() => [String], { description: 'Why, for example MARKS_ADDED or POLICY_CHANGED.' })
  causes!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A person whose shifts contradict each other, so that nothing is judged until that is mended.',
})
export class UnjudgedPerson {
  @Field(() => ID, { description: 'The id of the person.' })
  employeeId!: string;

  @Field(() => String, { description: 'The employee number.' })
  number!: string;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What a rebuild would change. Nothing is written yet.' })
export class RecomputePreview {
  @Field(() => String, { description: 'Send it with the same input to applyRecompute, within an hour.' })
  token!: string;

  @Field(() => Int, { description: 'How many days would become different.' })
  changeCount!: number;

  @Field(() => Int, {
    description: 'How many of them get another result. The others only name the version of the rules that judges them.',
  })
  resultChangeCount!: number;

  @Field(() => Int, { description: 'How many days would stay as they are.' })
  unchangedCount!: number;

  @Field(() => Int, { description: 'Days of finalised periods that would differ and stay as they are.' })
  lockedCount!: number;

  @Field(() => [DayChange], {
    description: 'The first 500 of them: those with another result first, then by employee and date.',
  })
  changes!: readonly DayChange[];

  @Field(() => [StatusChange], { description: 'How often a day would go from one status to another.' })
  statusChanges!: readonly StatusChange[];

  @Field(() => [UnjudgedPerson], {
    description: 'Whose shifts contradict each other: their days are left out and stay as they are.',
  })
  unjudged!: readonly UnjudgedPerson[];
}

@ObjectType({ simpleResolvers: true, description: 'What a rebuild has written.' })
export class RecomputeResult {
  @Field(() => Int, { description: 'How many people were computed anew.' })
  people!: number;

  @Field(() => Int, { description: 'How many days were added or changed.' })
  written!: number;

  @Field(() => Int, { description: 'How many days were taken away.' })
  removed!: number;

  @Field(() => Int, { description: 'How many days stayed as they were.' })
  unchanged!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A manager’s word that the days of a period are right, before payroll takes them.',
})
export class PeriodSignOff implements NodeInterface {
  @Field(() => ID, { description: 'The id of the sign-off.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Null: every site.' })
  siteId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: every department.' })
  departmentId!: string | null;

  @Field(() => Int, { description: 'How many days were signed for.' })
  dayCount!: number;

  @Field(() => Date, { description: 'When it was signed.' })
  signedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was taken back. Null: it was not.' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said with it. Null: nothing.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'False: withdrawn, or the days have changed since.' })
  isCurrent!: boolean;

  @Field(() => Int, { description: 'Goes up with each change; send it back to withdraw it.' })
  version!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A difference to what payroll took when a period was finalised.' })
export class RetroDelta {
  @Field(() => ID, { description: 'The id of the person.' })
  employeeId!: string;

  @Field(() => String, { description: 'The employee number.' })
  number!: string;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => String, { description: 'What the minutes are paid as, for example REGULAR, OVERTIME or ABSENT.' })
  payClass!: string;

  @Field(() => Int, { description: 'Whole percent; 100 except for overtime.' })
  percent!: number;

  @Field(() => ID, { nullable: true, description: 'For leave.' })
  leaveTypeId!: string | null;

  @Field(() => Int, { description: 'What was handed over.' })
  beforeMinutes!: number;

  @Field(() => Int, { description: 'What it comes to now.' })
  afterMinutes!: number;

  @Field(() => Int, { description: 'What is still to be paid, or to be taken back if it is negative.' })
  deltaMinutes!: number;
}
