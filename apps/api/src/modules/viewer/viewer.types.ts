import type { Role } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import type { ViewerKind } from '../../graphql/enums.js';
import { RoleEnum, ViewerKindEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

/** The fields employee, isLivenessRequired, mustSetUpSecondFactor and weekStartsOn are resolved in viewer.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'Who is asking.' })
export class Viewer implements NodeInterface {
  @Field(() => ID, { description: 'The id of the account, key or device.' })
  id!: string;

  @Field(() => ViewerKindEnum, { description: 'Whether a person, a program or a device is asking.' })
  kind!: ViewerKind;

  @Field(() => String, { description: 'What the person, key or device is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the person signs in with. Null: a key or a device.' })
  email!: string | null;

  @Field(() => [RoleEnum], { description: 'The roles of a person; empty for a key.' })
  roles!: readonly Role[];

  @Field(() => [String], { description: 'All that the viewer may do, by name.' })
  scopes!: readonly string[];

  /** Not in the schema: for the field resolver. */
  employeeId!: string | null;
}
