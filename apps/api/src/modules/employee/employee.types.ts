import type { EmployeeStatus } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { EmployeeStatusEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

/** The fields site, consent, faceStatus and templates are resolved in employee.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface })
export class Employee implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The number the organisation knows this person by; unique.' })
  number!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of this person in another system.' })
  externalId!: string | null;

  @Field(() => EmployeeStatusEnum)
  status!: EmployeeStatus;

  @Field(() => ID, { nullable: true })
  departmentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift worked where no assignment says otherwise.' })
  defaultShiftId!: string | null;

  @Field(() => LocalDate, { nullable: true })
  joiningDate!: string | null;

  @Field(() => LocalDate, { nullable: true })
  leavingDate!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateEmployee.' })
  version!: number;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  /** Not in the schema: for the field resolvers. */
  siteId!: string | null;
}

export const EmployeeConnection = connectionType('Employee', () => Employee);
