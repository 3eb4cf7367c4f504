import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({ simpleResolvers: true, implements: NodeInterface })
export class Site implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'IANA name, for example Europe/Berlin. Marks made here are dated in it.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateSite.' })
  version!: number;
}
