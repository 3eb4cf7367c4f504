import type { CustomFieldType } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CustomFieldTypeEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A field that the organisation adds to its employees.',
})
export class CustomField implements NodeInterface {
  @Field(() => ID, { description: 'The id of the field.' })
  id!: string;

  @Field(() => String, { description: 'The name of the values; never changes.' })
  key!: string;

  @Field(() => String, { description: 'What people read.' })
  label!: string;

  @Field(() => CustomFieldTypeEnum, { description: 'What the values are.' })
  type!: CustomFieldType;

  @Field(() => [String], { description: 'What may be chosen; empty unless the type is SELECT.' })
  options!: readonly string[];

  @Field(() => Boolean, { description: 'Nobody can be entered without it.' })
  isRequired!: boolean;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateCustomField.' })
  version!: number;
}
