import type { DisputeStatus } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { DisputeStatusEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

/** The fields event, employee and actualEmployee are resolved in dispute.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description:
    'Somebody says that a mark was not made by the person it counts for. Until it is decided the mark counts; upheld, it is taken back.',
})
export class MarkDispute implements NodeInterface {
  @Field(() => ID, { description: 'The id of the dispute.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The local date of the mark.' })
  localDate!: string;

  @Field(() => String, { description: 'How it is known that it was not this person.' })
  reason!: string;

  @Field(() => DisputeStatusEnum, { description: 'Whether it waits, and how it ended.' })
  status!: DisputeStatus;

  @Field(() => Date, { nullable: true, description: 'Null: it waits.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said with the decision.' })
  decisionNote!: string | null;

  @Field(() => Int, { description: 'Pass it back with a decision.' })
  version!: number;

  @Field(() => Date, { description: 'When it was raised.' })
  createdAt!: Date;

  /** Not in the schema: for the field resolvers. */
  eventId!: string;
  employeeId!: string;
  actualEmployeeId!: string | null;
}

export const MarkDisputeConnection = connectionType('MarkDispute', () => MarkDispute);
