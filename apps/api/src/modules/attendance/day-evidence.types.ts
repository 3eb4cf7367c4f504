import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';
import { Leave } from '../calendar/calendar.types.js';
import { Correction } from '../correction/correction.types.js';
import { OvertimeDecision } from '../overtime/overtime.types.js';
import { AttendanceDay, AttendanceEvent, OffShiftMark } from './attendance.types.js';

/** The field employee is resolved in day-evidence.resolver.ts. */
@ObjectType({ simpleResolvers: true, description: 'Everything there is about one person on one date.' })
export class AttendanceDayEvidence {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => [AttendanceDay], { description: 'The verdicts, one for each shift, with the rules that were applied.' })
  days!: readonly AttendanceDay[];

  @Field(() => [AttendanceEvent], {
    description: 'All marks of that date and of those days, also those that count no more, each with its attempt.',
  })
  events!: readonly AttendanceEvent[];

  @Field(() => [OffShiftMark])
  offShiftMarks!: readonly OffShiftMark[];

  @Field(() => [Correction])
  corrections!: readonly Correction[];

  @Field(() => [Leave], { description: 'Approved ones and those that wait.' })
  leaves!: readonly Leave[];

  @Field(() => [OvertimeDecision])
  overtimeDecisions!: readonly OvertimeDecision[];

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}
