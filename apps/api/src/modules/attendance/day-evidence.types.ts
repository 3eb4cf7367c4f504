import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';
import { Leave } from '../calendar/calendar.types.js';
import { Correction } from '../correction/correction.types.js';
import { OvertimeDecision } from '../overtime/overtime.types.js';
import { AttendanceDay, AttendanceEvent, OffShiftMark } from './attendance.types.js';

/** The field employee is resolved in day-evidence.resolver.ts. */
@ObjectType({ simpleResolvers: true, description: 'Everything there is about one person on one date.' })
export class AttendanceDayEvidence {
  @Field(() => LocalDate, { description: 'The date that was asked for.' })
  date!: string;

  @Field(() => [AttendanceDay], { description: 'The verdicts, one for each shift, with the rules that were applied.' })
  days!: readonly AttendanceDay[];

  @Field(() => [AttendanceEvent], {
    description: 'All marks of that date and of those days, also those that count no more, each with its attempt.',
  })
  events!: readonly AttendanceEvent[];

  @Field(() => [OffShiftMark], { description: 'Marks of that date that belong to no day; at most 100, newest first.' })
  offShiftMarks!: readonly OffShiftMark[];

  @Field(() => [Correction], {
    description: 'Corrections of that date, whatever was decided; at most 100, newest first.',
  })
  corrections!: readonly Correction[];

  @Field(() => [Leave], { description: 'Approved ones and those that wait.' })
  leaves!: readonly Leave[];

  @Field(() => [OvertimeDecision], { description: 'What was decided about the overtime of that date.' })
  overtimeDecisions!: readonly OvertimeDecision[];

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}
