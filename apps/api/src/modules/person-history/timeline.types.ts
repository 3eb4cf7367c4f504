import { TIMELINE_ACTIONS, type TimelineAction, type TimelineKind } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';
import { LocalDate } from '../../graphql/scalars.js';
import { AttendanceEvent } from '../attendance/attendance.types.js';
import { AuditParty } from '../audit/audit.types.js';
import { Leave } from '../calendar/calendar.types.js';
import { Correction } from '../correction/correction.types.js';

export const TimelineKindEnum = describedEnum<TimelineKind>('TimelineKind', 'What an entry of a timeline is about.', {
  MARK: 'A mark was made.',
  CORRECTION: 'A correction of marks was asked for.',
  LEAVE: 'Leave was asked for.',
  SHIFT: 'Shifts were given out, changed, moved or taken away.',
  FACE: 'A face was registered or deleted.',
  CONSENT: 'An agreement was recorded or withdrawn.',
  RECORD: 'The record of the person was changed, or what checks of the person ask for.',
});

const ALL_ACTIONS = Object.values(TIMELINE_ACTIONS).flat();

@ObjectType({ simpleResolvers: true, description: 'One thing that happened to a person.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'The id of the mark, the correction, the leave or the entry of the record.' })
  id!: string;

  @Field(() => Date, {
    description: 'When a mark counts, when a correction or leave was asked for, when anything else was done.',
  })
  at!: Date;

  @Field(() => TimelineKindEnum, { description: 'What it is about.' })
  kind!: TimelineKind;

  @Field(() => AttendanceEvent, { nullable: true, description: 'Of the kind MARK; else null.' })
  mark!: AttendanceEvent | null;

  @Field(() => Correction, { nullable: true, description: 'Of the kind CORRECTION, as it is now; else null.' })
  correction!: Correction | null;

  @Field(() => Leave, { nullable: true, description: 'Of the kind LEAVE, as it is now; else null.' })
  leave!: Leave | null;

  @Field(() => String, {
    nullable: true,
    description: `Of the other kinds what was done, as in the record of who did what: ${ALL_ACTIONS.join(', ')}. Else null.`,
  })
  action!: TimelineAction | null;

  @Field(() => LocalDate, { nullable: true, description: 'SHIFT: the first date, or the one it was moved from.' })
  from!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'SHIFT: the last date, or the one it was moved to. Null: open-ended, or not noted.',
  })
  to!: string | null;

  @Field(() => AuditParty, {
    nullable: true,
    description: 'Who did it. Null for marks, corrections and leave, or not yours to see.',
  })
  actor!: AuditParty | null;

  /** SHIFT, where one was noted. */
  shiftId!: string | null;
}

export const TimelineEntryConnection = connectionType('TimelineEntry', () => TimelineEntry);
