import type { EmployeeStatus, VerificationLevel } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { EmployeeStatusEnum, VerificationLevelEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'From which date on a person belongs to a site, until the next one.',
})
export class SitePeriod {
  @Field(() => ID, { description: 'The id of the site.' })
  siteId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Null: from the beginning.' })
  from!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Dates between leaving and coming back, on which nobody is absent.' })
export class ServiceBreak {
  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date.' })
  to!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The value of a field that the organisation added.' })
export class CustomFieldValue {
  @Field(() => String, { description: 'The key of the field.' })
  key!: string;

  @Field(() => String, { description: 'As text, whatever the type of the field.' })
  value!: string;
}

/** The fields site, department, defaultShift, consent, hasPin, faceStatus and templates are resolved in employee.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A person whose attendance is kept.' })
export class Employee implements NodeInterface {
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => String, { description: 'The number the organisation knows this person by; unique.' })
  number!: string;

  @Field(() => String, { description: 'The full name, as people read it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The address of the person; several people may share one. Null: none.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of this person in another system.' })
  externalId!: string | null;

  @Field(() => EmployeeStatusEnum, { description: 'Whether the person works here.' })
  status!: EmployeeStatus;

  @Field(() => ID, { nullable: true, description: 'The id of the department. Null: none.' })
  departmentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift worked where no assignment says otherwise.' })
  defaultShiftId!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of work; no mark counts before it. Null: always.',
  })
  joiningDate!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of work; no mark counts after it. Null: open-ended.',
  })
  leavingDate!: string | null;

  @Field(() => [ServiceBreak], { description: 'When the person did not work here in between, earliest first.' })
  serviceBreaks!: readonly ServiceBreak[];

  @Field(() => [SitePeriod], { description: 'Where the person belonged, earliest first.' })
  siteHistory!: readonly SitePeriod[];

  @Field(() => String, { nullable: true, description: 'Zone that reports are written in; null: that of the site.' })
  homeTimeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'Null: that of the department.' })
  costCentre!: string | null;

  @Field(() => String, { nullable: true, description: 'Null: none, or not yours to see.' })
  badge!: string | null;

  @Field(() => [CustomFieldValue], { nullable: true, description: 'By key. Null: not yours to see.' })
  customFields!: readonly CustomFieldValue[] | null;

  @Field(() => VerificationLevelEnum, {
    nullable: true,
    description: 'How sure a check of this person must be. Null: not yours to see.',
  })
  verificationLevel!: VerificationLevel | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateEmployee.' })
  version!: number;

  @Field(() => Date, { description: 'When the person was entered.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When the record was last changed.' })
  updatedAt!: Date;

  /** Not in the schema: for the field resolvers. */
  siteId!: string | null;
  mergedIntoId!: string | null;
}

export const EmployeeConnection = connectionType('Employee', () => Employee);
