import { type EmployeeStatus, LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, IsEmail, IsNotEmpty, MaxLength, Min, ValidateIf } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { EmployeeSort, FaceStatus } from '../../graphql/enums.js';
import { EmployeeSortEnum, EmployeeStatusEnum, FaceStatusEnum } from '../../graphql/enums.js';
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

@InputType()
export class CreateEmployeeInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  number!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @MaxLength(LIMITS.maxNameLength)
  externalId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: the first site.' })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
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

  @Field(() => LocalDate, { nullable: true })
  joiningDate?: string | null;

  @Field(() => LocalDate, { nullable: true })
  leavingDate?: string | null;
}

@InputType({ description: 'A field left out stays as it is; null clears it.' })
export class UpdateEmployeeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed the employee since.' })
  @Min(0)
  version!: number;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  number?: string | null;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name?: string | null;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true })
  @ValidateIf(isGiven)
  @MaxLength(LIMITS.maxNameLength)
  externalId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day at siteId; today or earlier. Left out: today.',
  })
  siteFrom?: string | null;

  @Field(() => ID, { nullable: true })
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

  @Field(() => LocalDate, { nullable: true })
  joiningDate?: string | null;

  @Field(() => LocalDate, { nullable: true })
  leavingDate?: string | null;
}

@InputType()
export class EmployeeFilter {
  @Field(() => String, { nullable: true, description: 'Part of the number, the name or the e-mail address.' })
  @MaxLength(LIMITS.maxNameLength)
  search?: string | null;

  @Field(() => EmployeeStatusEnum, { nullable: true })
  status?: EmployeeStatus | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people of this department.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people with this default shift.' })
  defaultShiftId?: string | null;

  @Field(() => String, { nullable: true, description: "The person's own, not that of the department." })
  costCentre?: string | null;

  @Field(() => FaceStatusEnum, { nullable: true })
  faceStatus?: FaceStatus | null;
}

@ArgsType()
export class EmployeesArgs extends PageArgs {
  @Field(() => EmployeeFilter, { nullable: true })
  filter?: EmployeeFilter | null;

  @Field(() => EmployeeSortEnum, { nullable: true, defaultValue: 'NUMBER_ASC' })
  sort!: EmployeeSort;
}

@ArgsType()
export class EmployeeArgs {
  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => String, { nullable: true })
  number?: string | null;
}
