import type { DayPresence } from '@rollcall/attendance';
import type {
  AssuranceLevel,
  AttendanceKind,
  AttendanceSource,
  DayClosure,
  DayPortion,
  DayStatus,
  PlaceFlag,
  RecordAttendanceOutcome,
} from '@rollcall/contracts';
import type { JsonObject } from '@rollcall/db';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import {
  AssuranceLevelEnum,
  AttendanceKindEnum,
  AttendanceSourceEnum,
  DayClosureEnum,
  DayPortionEnum,
  DayStatusEnum,
  PlaceFlagEnum,
  RecordAttendanceOutcomeEnum,
} from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';
import { CaptureAttempt } from '../capture-attempt/capture-attempt.types.js';

/** The fields employee and attempt are resolved in attendance.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'An accepted mark. Never changed, never removed.',
})
export class AttendanceEvent implements NodeInterface {
  @Field(() => ID, { description: 'The id of the mark.' })
  id!: string;

  @Field(() => AttendanceKindEnum, { description: 'What the mark says; AUTO leaves it to the rules.' })
  kind!: AttendanceKind;

  @Field(() => Date, {
    description:
      'The moment the mark counts for: when the server received it, or what an import, a correction or an offline mark says.',
  })
  at!: Date;

  @Field(() => String, { description: 'IANA zone of the site where it was made.' })
  timeZone!: string;

  @Field(() => LocalDate, { description: 'The calendar date there at that instant.' })
  localDate!: string;

  @Field(() => AttendanceSourceEnum, { description: 'Where the mark came from.' })
  source!: AttendanceSource;

  @Field(() => AssuranceLevelEnum, { description: 'How sure it is that the person was there.' })
  assurance!: AssuranceLevel;

  @Field(() => Boolean, { description: 'Made outside of the geofence of the site.' })
  isRemote!: boolean;

  @Field(() => Boolean, { description: 'Kept by a paired device that could not reach us, and sent later.' })
  isOffline!: boolean;

  @Field(() => [PlaceFlagEnum], { description: 'What the rules of the site noticed and let pass.' })
  placeFlags!: readonly PlaceFlag[];

  @Field(() => String, { nullable: true, description: 'Cost centre or job that was told with the mark.' })
  costCentre!: string | null;

  @Field(() => String, { nullable: true, description: 'Why somebody else marked for the person.' })
  reason!: string | null;

  @Field(() => Date, { nullable: true, description: 'What the clock of the device showed. It does not count.' })
  capturedAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The clock of the device minus ours, the way of the request included. Null: not told.',
  })
  clockOffsetMs!: number | null;

  /** Not in the schema: for the field resolvers. */
  employeeId!: string;
  attemptId!: string | null;
}

export const AttendanceEventConnection = connectionType('AttendanceEvent', () => AttendanceEvent);

@ObjectType({ simpleResolvers: true, description: 'One rule that was applied, with what it saw.' })
export class RuleTraceEntry {
  @Field(() => String, { description: 'The name of the rule, for example STATUS_PRESENT.' })
  rule!: string;

  @Field(() => String, {
    description: 'The sentence in English; rule and values are enough to say it in another language.',
  })
  message!: string;

  @Field(() => GraphQLJSONObject, { description: 'What the rule saw: names and plain values, instants as ISO text.' })
  values!: JsonObject;
}

@ObjectType({ simpleResolvers: true, description: 'What became of one mark on its day.' })
export class DayMark {
  @Field(() => ID, { description: 'The id of the mark.' })
  eventId!: string;

  @Field(() => AttendanceKindEnum, { description: 'What the mark says; AUTO leaves it to the rules.' })
  kind!: AttendanceKind;

  @Field(() => Date, { description: 'The moment the mark counts for, before rounding.' })
  at!: Date;

  @Field(() => String, { description: 'IN, OUT, BREAK_START and BREAK_END are paired; every other role is a flag.' })
  role!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch that counts as presence.' })
export class WorkInterval {
  @Field(() => Date, { description: 'The mark in.' })
  inAt!: Date;

  @Field(() => Date, { description: 'The mark out, or the end that the policy sets.' })
  outAt!: Date;

  @Field(() => Date, { description: 'After rounding.' })
  countedFromAt!: Date;

  @Field(() => Date, { description: 'After rounding.' })
  countedToAt!: Date;

  @Field(() => ID, { description: 'The id of the mark in.' })
  inEventId!: string;

  @Field(() => ID, { nullable: true, description: 'Null: closed by the policy.' })
  outEventId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cost centre or job that was told with the mark in. Null: none.',
  })
  costCentre!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Overtime of one day, in whole minutes.' })
export class DayOvertime {
  @Field(() => Int, { description: 'After thresholds and the daily cap.' })
  minutes!: number;

  @Field(() => Int, { description: 'Before the shift.' })
  beforeMinutes!: number;

  @Field(() => Int, { description: 'After the shift.' })
  afterMinutes!: number;

  @Field(() => Int, { description: 'How it is paid, in percent.' })
  percent!: number;

  @Field(() => String, { description: 'NOT_NEEDED, PENDING or APPROVED.' })
  approval!: string;

  @Field(() => Int, { description: 'All of it, or what was approved.' })
  payableMinutes!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A leave as far as it covers one day.' })
export class DayLeave {
  @Field(() => ID, { description: 'The id of the leave.' })
  leaveId!: string;

  @Field(() => ID, { description: 'The id of the kind of leave.' })
  leaveTypeId!: string;

  @Field(() => DayPortionEnum, { description: 'The part of the day that it covers.' })
  portion!: DayPortion;

  @Field(() => Boolean, { description: 'Whether the leave is paid.' })
  isPaid!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A refused try to mark. It never makes an absence.' })
export class RefusedAttempt {
  @Field(() => ID, { description: 'The id of the attempt.' })
  attemptId!: string;

  @Field(() => Date, { description: 'When it was tried.' })
  at!: Date;

  @Field(() => String, { description: 'For example NON_MATCH or LOW_QUALITY.' })
  outcome!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'What the marks of one person on one work date add up to.',
})
export class AttendanceDay implements NodeInterface {
  @Field(() => ID, { description: 'The id of the day: one for each person, work date and shift.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The local date on which the shift starts.' })
  workDate!: string;

  @Field(() => DayStatusEnum, { description: 'The verdict on the day.' })
  status!: DayStatus;

  @Field(() => Date, { nullable: true, description: 'The first mark in, as it was made. Null: there is none.' })
  firstInAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The last mark out, or the end that the policy set. Null: there is none yet.',
  })
  lastOutAt!: Date | null;

  @Field(() => Int, { description: 'Presence less unpaid breaks, in whole minutes.' })
  workedMinutes!: number;

  @Field(() => Int, { description: 'All breaks, paid and unpaid, in whole minutes.' })
  breakMinutes!: number;

  @Field(() => Int, { description: 'How late the person came, in whole minutes after the grace; 0 if in time.' })
  lateMinutes!: number;

  @Field(() => Int, { description: 'How early the person left, in whole minutes beyond the grace; 0 if in time.' })
  earlyMinutes!: number;

  @Field(() => Int, { description: 'Overtime after thresholds and the daily cap, in whole minutes.' })
  overtimeMinutes!: number;

  @Field(() => String, { description: 'IANA zone of the site, for the times of this day.' })
  timeZone!: string;

  @Field(() => String, { description: 'WORKDAY, HALF_HOLIDAY, HOLIDAY or WEEKLY_OFF.' })
  dayType!: string;

  @Field(() => ID, { description: 'The shift that was planned, or the word free-day where none was.' })
  shiftId!: string;

  @Field(() => Date, { description: 'When the shift begins on this date.' })
  scheduledStartAt!: Date;

  @Field(() => Date, { description: 'When the shift ends on this date.' })
  scheduledEndAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The site of the day.' })
  siteId!: string | null;

  @Field(() => Int, {
    description: 'Elapsed minutes of the shift; 0 on a weekly day off. A holiday keeps what would have been worked.',
  })
  scheduledMinutes!: number;

  @Field(() => Date, { description: 'Marks from this instant on belong to this day.' })
  windowOpensAt!: Date;

  @Field(() => Date, { description: 'Marks from this instant on no longer belong to this day.' })
  windowClosesAt!: Date;

  @Field(() => String, { nullable: true, description: 'The holiday that falls on this date. Null: none does.' })
  holidayName!: string | null;

  @Field(() => [DayLeave], { description: 'Approved leaves that cover the day or half of it.' })
  leaves!: readonly DayLeave[];

  @Field(() => [WorkInterval], { description: 'The stretches of presence, earliest first.' })
  intervals!: readonly WorkInterval[];

  @Field(() => DayOvertime, {
    description: 'The overtime of the day: how much, how it is paid, and how much is approved.',
  })
  overtime!: DayOvertime;

  @Field(() => [RefusedAttempt], { description: 'Tries to mark that were refused and fall into this day.' })
  refusedAttempts!: readonly RefusedAttempt[];

  @Field(() => [ID], { description: 'Devices of the site that have not sent everything yet.' })
  silentDeviceIds!: readonly string[];

  @Field(() => ID, { description: 'The policy that judged the day.' })
  policyId!: string;

  @Field(() => Int, { description: 'Which version of the policy judged it, counted from 1.' })
  policyVersion!: number;

  @Field(() => DayClosureEnum, { description: 'How far the verdict is from being certain.' })
  closure!: DayClosure;

  @Field(() => String, { description: 'IN, ON_BREAK or OUT after the last mark of this day.' })
  presence!: DayPresence;

  @Field(() => Boolean, { description: 'True if its period is finalised: nothing changes it any more.' })
  isFinal!: boolean;

  @Field(() => [String], {
    description: 'What is noteworthy beside the status, for example LATE_ENTRY or OVERTIME_PENDING; empty: nothing.',
  })
  flags!: readonly string[];

  @Field(() => [RuleTraceEntry], {
    description: 'The rules that led to the verdict, in the order in which they were applied.',
  })
  trace!: readonly RuleTraceEntry[];

  @Field(() => Int, { description: 'How many marks belong to this day, those that are not paired too.' })
  markCount!: number;

  @Field(() => [DayMark], { description: 'The marks that belong to this day, earliest first.' })
  marks!: readonly DayMark[];

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}

export const AttendanceDayConnection = connectionType('AttendanceDay', () => AttendanceDay);

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A mark that belongs to no day: it waits for a person to decide about it.',
})
export class OffShiftMark implements NodeInterface {
  @Field(() => ID, { description: 'The id of its event.' })
  id!: string;

  @Field(() => AttendanceKindEnum, { description: 'What the mark says; AUTO leaves it to the rules.' })
  kind!: AttendanceKind;

  @Field(() => Date, { description: 'The moment the mark counts for.' })
  at!: Date;

  @Field(() => String, { description: 'IANA zone of the site where it was made.' })
  timeZone!: string;

  @Field(() => LocalDate, { description: 'The calendar date at the site at that instant.' })
  localDate!: string;

  @Field(() => String, { description: 'Why it belongs to no day, for example OUTSIDE_WINDOW, NO_SHIFT or HOLIDAY.' })
  reason!: string;

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}

export const OffShiftMarkConnection = connectionType('OffShiftMark', () => OffShiftMark);

@ObjectType({ simpleResolvers: true, description: 'How a try to mark ended.' })
export class RecordAttendancePayload {
  @Field(() => RecordAttendanceOutcomeEnum, { description: 'Whether the mark was accepted, or why not.' })
  outcome!: RecordAttendanceOutcome;

  @Field(() => AttendanceEvent, { nullable: true, description: 'The mark; null if it was refused.' })
  event!: AttendanceEvent | null;

  @Field(() => CaptureAttempt, { description: 'What was kept of the try, accepted or refused.' })
  attempt!: CaptureAttempt;

  @Field(() => Boolean, { description: 'True if this is the stored answer to the same idempotency key.' })
  replayed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the day makes of it so far: IN, OUT, BREAK_START, BREAK_END or a flag. Null: no day holds it.',
  })
  role!: string | null;
}
