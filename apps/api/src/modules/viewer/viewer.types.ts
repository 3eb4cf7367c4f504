import type { Role } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ViewerKind } from '../../graphql/enums.js';
import { RoleEnum, ViewerKindEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

/** The fields employee and isLivenessRequired are resolved in viewer.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'Who is asking.' })
export class Viewer implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => ViewerKindEnum)
  kind!: ViewerKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => [String])
  scopes!: readonly string[];

  /** Not in the schema: for the field resolver. */
  employeeId!: string | null;
}
