import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

const MAX_NAME = 200;
const MAX_COST_CENTRE = 100;

@InputType({ description: 'A department to add.' })
export class CreateDepartmentInput {
  @Field(() => String, { description: 'Unique, whatever its case.' })
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The department it belongs to.' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employee who leads it.' })
  managerEmployeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: spread over several sites.' })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: 'For people of the department who have none of their own.' })
  @MaxLength(MAX_COST_CENTRE)
  costCentre?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is; null clears it.' })
export class UpdateDepartmentInput {
  @Field(() => ID, { description: 'The department to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Unique, whatever its case.' })
  @MaxLength(MAX_NAME)
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Must not be the department itself or one below it.' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employee who leads it.' })
  managerEmployeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: spread over several sites.' })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: 'For people of the department who have none of their own.' })
  @MaxLength(MAX_COST_CENTRE)
  costCentre?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: not offered any more. IN_USE while people belong to it.',
  })
  isArchived?: boolean | null;
}
