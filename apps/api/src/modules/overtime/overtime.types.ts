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

  @Field(() => LocalDate)
  workDate!: string;

  @Field(() => ID)
  shiftId!: string;

  @Field(() => Int, { description: 'At most this much is payable; 0: none.' })
  approvedMinutes!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int, { description: 'Goes up with each decision; send it back with the next one.' })
  version!: number;
}
