import { ArrayMaxSize, IsNotEmpty, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';

/** Nobody comes back more often. */
const MAX_BREAKS = 50;

@InputType({ description: 'Dates on which somebody did not work here.' })
export class ServiceBreakInput {
  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date.' })
  to!: string;
}

@InputType({ description: 'When somebody did not work here, between leaving and coming back.' })
export class SetServiceBreaksInput {
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed the employee since.' })
  @Min(0)
  version!: number;

  @Field(() => [ServiceBreakInput], {
    description: `All breaks there are to be, at most ${MAX_BREAKS}: after the first day of work, over by yesterday, none over another.`,
  })
  @ArrayMaxSize(MAX_BREAKS)
  breaks!: ServiceBreakInput[];

  @Field(() => String, { description: 'What was wrong; kept in the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}
