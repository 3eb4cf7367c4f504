import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeInterface } from '../../graphql/node.js';

/** The fields parent, manager and site are resolved in department.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A part of the organisation.' })
export class Department implements NodeInterface {
  @Field(() => ID, { description: 'The id of the department.' })
  id!: string;

  @Field(() => String, { description: 'What people call it; unique, whatever its case.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'For people of the department who have none of their own.' })
  costCentre!: string | null;

  @Field(() => Boolean, { description: 'Not offered any more.' })
  isArchived!: boolean;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateDepartment.' })
  version!: number;

  /** Not in the schema: for the field resolvers. */
  parentId!: string | null;
  managerEmployeeId!: string | null;
  siteId!: string | null;
}
