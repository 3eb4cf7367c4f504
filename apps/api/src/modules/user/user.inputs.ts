import { LIMITS, type Role } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsEmail, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from '../../graphql/enums.js';

const MAX_EMAIL_LENGTH = 320;
const MAX_TOKEN_LENGTH = 100;
const MAX_SITES = 100;

@InputType()
export class InviteUserInput {
  @Field(() => String, { description: 'Where the invitation goes, and what the person signs in with.' })
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [ID], { nullable: true, description: 'The sites a manager sees. One at least for a manager.' })
  @ArrayUnique()
  @ArrayMaxSize(MAX_SITES)
  siteIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The employee this person is. Needed for the role EMPLOYEE.' })
  employeeId?: string | null;
}

@InputType()
export class ChangeUserAccessInput {
  @Field(() => ID)
  userId!: string;

  @Field(() => [RoleEnum])
  @ArrayMinSize(1)
  @ArrayUnique()
  roles!: Role[];

  @Field(() => [ID], { nullable: true, description: 'The sites a manager sees. Left out: none.' })
  @ArrayUnique()
  @ArrayMaxSize(MAX_SITES)
  siteIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The employee this person is. Left out: nobody.' })
  employeeId?: string | null;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  @MaxLength(MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String)
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => String, { description: `At least ${LIMITS.minPasswordLength} characters, and not an everyday one.` })
  @MaxLength(LIMITS.maxPasswordLength)
  password!: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  @MaxLength(MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String, { description: `At least ${LIMITS.minPasswordLength} characters, and not an everyday one.` })
  @MaxLength(LIMITS.maxPasswordLength)
  password!: string;
}
