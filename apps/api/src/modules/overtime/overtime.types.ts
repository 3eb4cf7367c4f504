import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'How much of the overtime of one day may be paid.',
})
export class OvertimeDecision implements NodeInterface {
  @Field(() => ID, { description: 'The id of the day.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The local date on which the shift starts.' })
  workDate!: string;

  @Field(() => ID, { description: 'The shift of the day.' })
  shiftId!: string;

  @Field(() => Int, { description: 'At most this much is payable; 0: none.' })
  approvedMinutes!: number;

  @Field(() => String, { nullable: true, description: 'What was said with the decision. Null: nothing.' })
  note!: string | null;

  @Field(() => Int, { description: 'Goes up with each decision; send it back with the next one.' })
  version!: number;
}
