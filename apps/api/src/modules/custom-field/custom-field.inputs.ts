import type { CustomFieldType } from '@rollcall/contracts';
import { ArrayMaxSize, IsNotEmpty, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CustomFieldTypeEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

const MAX_LABEL = 200;
const MAX_OPTIONS = 200;

@InputType({ description: 'A field to add to all employees.' })
export class CreateCustomFieldInput {
  @Field(() => String, { description: 'A small letter, then letters, digits or underscores, at most 40.' })
  @Matches(/^[a-z][A-Za-z0-9_]{0,39}$/, { message: 'key starts with a small letter; letters, digits, underscores.' })
  key!: string;

  @Field(() => String, { description: 'What people read.' })
  @IsNotEmpty()
  @MaxLength(MAX_LABEL)
  label!: string;

  @Field(() => CustomFieldTypeEnum, { description: 'What the values are. Never changes.' })
  type!: CustomFieldType;

  @Field(() => [String], { nullable: true, description: 'What may be chosen; for SELECT only.' })
  @ArrayMaxSize(MAX_OPTIONS)
  @MaxLength(MAX_LABEL, { each: true })
  options?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody can be entered without it. Default false.' })
  isRequired?: boolean | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is. Key and type never change.' })
export class UpdateCustomFieldInput {
  @Field(() => ID, { description: 'The field to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What people read.' })
  @MaxLength(MAX_LABEL)
  label?: string | null;

  @Field(() => [String], { nullable: true, description: 'All options from now on; values that are there stay.' })
  @ArrayMaxSize(MAX_OPTIONS)
  @MaxLength(MAX_LABEL, { each: true })
  options?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody can be entered without it.' })
  isRequired?: boolean | null;
}
