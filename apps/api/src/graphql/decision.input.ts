import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A decision about a leave or a correction.' })
export class DecisionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if somebody decided in the meantime.' })
  version!: number;

  @Field(() => Boolean, { description: 'True approves, false rejects.' })
  isApproved!: boolean;

  @Field(() => String, { nullable: true })
  @MaxLength(1000)
  note?: string | null;
}
