import type { ConsentMethod } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import { ConsentMethodEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'The agreement of a person to the use of their face.',
})
export class Consent implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  textVersion!: string;

  @Field(() => ConsentMethodEnum)
  method!: ConsentMethod;

  @Field(() => Date)
  recordedAt!: Date;

  @Field(() => Date, { nullable: true })
  withdrawnAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'The words a person agrees to.' })
export class ConsentText {
  @Field(() => String)
  version!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => String)
  body!: string;
}
