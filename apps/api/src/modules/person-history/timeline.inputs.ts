import { TIMELINE_KINDS, type TimelineKind } from '@rollcall/contracts';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { TimelineKindEnum } from './timeline.types.js';

/** Longer than any id of ours. */
const MAX_ID_LENGTH = 100;

@ArgsType()
export class EmployeeTimelineArgs extends PageArgs {
  @Field(() => ID, { description: 'Whose timeline.' })
  @MaxLength(MAX_ID_LENGTH)
  employeeId!: string;

  @Field(() => [TimelineKindEnum], { nullable: true, description: 'Only these kinds. Left out: all you may see.' })
  @ArrayMaxSize(TIMELINE_KINDS.length)
  kinds?: TimelineKind[] | null;
}
