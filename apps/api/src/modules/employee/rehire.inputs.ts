import { Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';

@InputType({ description: 'Somebody who left and works here again.' })
export class ReactivateEmployeeInput {
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed the employee since.' })
  @Min(0)
  version!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day back, today or earlier; the days since the last day are a break. Left out: today.',
  })
  firstDay?: string | null;
}
