import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Somebody who left and whose data is to go for good.' })
export class EraseEmployeeInput {
  @Field(() => ID, { description: 'The id of the person.' })
  employeeId!: string;

  @Field(() => String, { description: 'The number of the person once more, so that nobody else is erased by a slip.' })
  @MaxLength(64)
  number!: string;

  @Field(() => String, { description: 'Why, for the record of who did what. Write no name into it: it stays.' })
  @MaxLength(1000)
  reason!: string;
}
