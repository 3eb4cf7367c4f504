import { type EmployeeStatus, LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, IsEmail, IsNotEmpty, MaxLength, Min, ValidateIf } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { EmployeeSort, FaceStatus } from '../../graphql/enums.js';
import { EmployeeSortEnum, EmployeeStatusEnum, FaceStatusEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';

const isGiven = (_: unknown, value: unknown): boolean => value !== null && value !== undefined;

@InputType({ description: 'The value of a field that the organisation added.' })
export class CustomFieldValueInput {
  @Field(() => String, { description: 'The key of the field.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'As text, whatever the type: 42.5, 2026-01-31, an option. Null takes the value away.',
  })
  value?: string | null;
}

@InputType({ description: 'A person to enter.' })
export class CreateEmployeeInput {
  @Field(() => String, {
    description: 'The number the organisation knows this person by; unique, whatever its case, at most 64 characters.',
  })
  @IsNotEmpty()
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  number!: string;

  @Field(() => String, { description: 'The full name, as people read it.' })
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The address of the person; several people may share one. Left out: none.',
  })
  @ValidateIf(isGiven)
  @IsEmail()
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id of this person in another system; unique. Left out: none.',
  })
  @ValidateIf(isGiven)
  @MaxLength(LIMITS.maxNameLength)
  externalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: the first site.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department of the person. Left out: none.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift worked where no assignment says otherwise.' })
  defaultShiftId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA zone that reports are written in for this person; left out: that of the site.',
  })
  homeTimeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out: that of the department.' })
  @MaxLength(100)
  costCentre?: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader reads from the badge; unique.' })
  @MaxLength(LIMITS.maxNameLength)
  badge?: string | null;

  @Field(() => [CustomFieldValueInput], {
    nullable: true,
    description: 'Values of fields that the organisation added.',
  })
  @ArrayMaxSize(50)
  customFields?: CustomFieldValueInput[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of work; no mark counts before it. Left out: always.',
  })
  joiningDate?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of work; no mark counts after it. Left out: open-ended.',
  })
  leavingDate?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is; null clears it.' })
export class UpdateEmployeeInput {
  @Field(() => ID, { description: 'The id of the person to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed the employee since.' })
  @Min(0)
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Unique, whatever its case; at most 64 characters. Null is refused.',
  })
  @ValidateIf(isGiven)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'The full name, as people read it. Null is refused.' })
  @ValidateIf(isGiven)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of the person; several people may share one. Null: none.',
  })
  @ValidateIf(isGiven)
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The id of this person in another system; unique. Null: none.' })
  @ValidateIf(isGiven)
  @MaxLength(LIMITS.maxNameLength)
  externalId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The site the person moves to; the days before siteFrom stay where they were. Null: the first site.',
  })
  siteId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day at siteId; today or earlier. Left out: today.',
  })
  siteFrom?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department of the person. Null: none.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift worked where no assignment says otherwise.' })
  defaultShiftId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA zone that reports are written in for this person; null: that of the site.',
  })
  homeTimeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Null: that of the department.' })
  @MaxLength(100)
  costCentre?: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader reads from the badge; unique.' })
  @MaxLength(LIMITS.maxNameLength)
  badge?: string | null;

  @Field(() => [CustomFieldValueInput], { nullable: true, description: 'What is not named stays.' })
  @ArrayMaxSize(50)
  customFields?: CustomFieldValueInput[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of work; no mark counts before it. Null: always.',
  })
  joiningDate?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of work; no mark counts after it. Null: open-ended.',
  })
  leavingDate?: string | null;
}

@InputType({
  description:
    'Which people: all that is given must hold. Left out altogether: everybody you may see, those who left too.',
})
export class EmployeeFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that must all occur in the number, the name or the e-mail address; case and accents do not count.',
  })
  @MaxLength(LIMITS.maxNameLength)
  search?: string | null;

  @Field(() => EmployeeStatusEnum, { nullable: true, description: 'Only people with this status.' })
  status?: EmployeeStatus | null;

  @Field(() => ID, { nullable: true, description: 'Only people who belong to this site now.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people of this department.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people with this default shift.' })
  defaultShiftId?: string | null;

  @Field(() => String, { nullable: true, description: "The person's own, not that of the department." })
  costCentre?: string | null;

  @Field(() => FaceStatusEnum, { nullable: true, description: 'Only people whose face is in this state.' })
  faceStatus?: FaceStatus | null;
}

@ArgsType()
export class EmployeesArgs extends PageArgs {
  @Field(() => EmployeeFilter, { nullable: true, description: 'Which people. Left out: all you may see.' })
  filter?: EmployeeFilter | null;

  @Field(() => EmployeeSortEnum, {
    nullable: true,
    defaultValue: 'NUMBER_ASC',
    description: 'The order of the people.',
  })
  sort!: EmployeeSort;
}

@ArgsType()
export class EmployeeArgs {
  @Field(() => ID, { nullable: true, description: 'The id of the person.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The employee number; its case does not count.' })
  number?: string | null;
}
