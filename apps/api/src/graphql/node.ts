import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything that has an id of its own.' })
export abstract class NodeInterface {
  @Field(() => ID, { description: 'The id, unique among things of its type.' })
  id!: string;
}
