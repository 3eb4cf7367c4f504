import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A decision about a leave or a correction.' })
export class DecisionInput {
  @Field(() => ID, { description: 'The id of the leave or correction.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if somebody decided in the meantime.' })
  version!: number;

  @Field(() => Boolean, { description: 'True approves, false rejects.' })
  isApproved!: boolean;

  @Field(() => String, { nullable: true, description: 'Kept with the decision, for whoever asked. Left out: nothing.' })
  @MaxLength(1000)
  note?: string | null;
}
