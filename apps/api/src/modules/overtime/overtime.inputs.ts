import { MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'How much of the overtime of one day may be paid.' })
export class DecideOvertimeInput {
  @Field(() => ID, { description: 'The day, from attendanceDays.' })
  dayId!: string;

  @Field(() => Int, { description: 'How much may be paid, in minutes; 0 rejects all of it.' })
  @Min(0)
  approvedMinutes!: number;

  @Field(() => Int, {
    description: 'The version of the decision you read; 0 if there was none. CONFLICT if somebody was quicker.',
  })
  @Min(0)
  version!: number;

  @Field(() => String, { nullable: true, description: 'Kept with the decision. Left out: nothing.' })
  @MaxLength(1000)
  note?: string | null;
}
