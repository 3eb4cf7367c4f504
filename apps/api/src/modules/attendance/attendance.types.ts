import type {
  AssuranceLevel,
  AttendanceKind,
  AttendanceSource,
  DayStatus,
  RecordAttendanceOutcome,
} from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import {
  AssuranceLevelEnum,
  AttendanceKindEnum,
  AttendanceSourceEnum,
  DayStatusEnum,
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
  @Field(() => ID)
  id!: string;

  @Field(() => AttendanceKindEnum)
  kind!: AttendanceKind;

  @Field(() => Date)
  at!: Date;

  @Field(() => String, { description: 'IANA zone of the site where it was made.' })
  timeZone!: string;

  @Field(() => LocalDate, { description: 'The calendar date there at that instant.' })
  localDate!: string;

  @Field(() => AttendanceSourceEnum)
  source!: AttendanceSource;

  @Field(() => AssuranceLevelEnum)
  assurance!: AssuranceLevel;

  /** Not in the schema: for the field resolvers. */
  employeeId!: string;
  attemptId!: string | null;
}

export const AttendanceEventConnection = connectionType('AttendanceEvent', () => AttendanceEvent);

@ObjectType({ simpleResolvers: true, description: 'One rule that was applied, with what it saw.' })
export class RuleTraceEntry {
  @Field(() => String)
  rule!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'What the marks of one person on one work date add up to.',
})
export class AttendanceDay implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => LocalDate)
  workDate!: string;

  @Field(() => DayStatusEnum)
  status!: DayStatus;

  @Field(() => Date, { nullable: true })
  firstInAt!: Date | null;

  @Field(() => Date, { nullable: true })
  lastOutAt!: Date | null;

  @Field(() => Int)
  workedMinutes!: number;

  @Field(() => Int)
  breakMinutes!: number;

  @Field(() => Boolean)
  isFinal!: boolean;

  @Field(() => [String])
  flags!: readonly string[];

  @Field(() => [RuleTraceEntry])
  trace!: readonly RuleTraceEntry[];

  @Field(() => Int)
  markCount!: number;

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}

export const AttendanceDayConnection = connectionType('AttendanceDay', () => AttendanceDay);

@ObjectType({ simpleResolvers: true })
export class RecordAttendancePayload {
  @Field(() => RecordAttendanceOutcomeEnum)
  outcome!: RecordAttendanceOutcome;

  @Field(() => AttendanceEvent, { nullable: true, description: 'The mark; null if it was refused.' })
  event!: AttendanceEvent | null;

  @Field(() => CaptureAttempt)
  attempt!: CaptureAttempt;

  @Field(() => Boolean, { description: 'True if this is the stored answer to the same idempotency key.' })
  replayed!: boolean;
}
