import { LIMITS, type Role } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsEmail, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from '../../graphql/enums.js';

const MAX_EMAIL_LENGTH = 320;
const MAX_TOKEN_LENGTH = 100;
const MAX_SITES = 100;
const MAX_DEPARTMENTS = 100;

@InputType({ description: 'Somebody who shall be able to sign in.' })
export class InviteUserInput {
  @Field(() => String, { description: 'Where the invitation goes, and what the person signs in with.' })
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;

  @Field(() => RoleEnum, { description: 'What the person will be. Nobody grants more than they have.' })
  role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'The sites a manager sees. A manager needs a site or a department.',
  })
  @ArrayUnique()
  @ArrayMaxSize(MAX_SITES)
  siteIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The departments a manager sees, wherever their people work. Not those below them. Left out: none.',
  })
  @ArrayUnique()
  @ArrayMaxSize(MAX_DEPARTMENTS)
  departmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The employee this person is. Needed for the role EMPLOYEE.' })
  employeeId?: string | null;
}

@InputType({ description: 'What somebody who can sign in may do from now on.' })
export class ChangeUserAccessInput {
  @Field(() => ID, { description: 'Whose access it is.' })
  userId!: string;

  @Field(() => [RoleEnum], { description: 'All roles from now on, at least one.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  roles!: Role[];

  @Field(() => [ID], { nullable: true, description: 'The sites a manager sees. Left out: none.' })
  @ArrayUnique()
  @ArrayMaxSize(MAX_SITES)
  siteIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The departments a manager sees, wherever their people work. Not those below them. Left out: none.',
  })
  @ArrayUnique()
  @ArrayMaxSize(MAX_DEPARTMENTS)
  departmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The employee this person is. Left out: nobody.' })
  employeeId?: string | null;
}

@InputType({ description: 'The choices of somebody who accepts an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  @MaxLength(MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String, { description: 'What the person is called in Rollcall.' })
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => String, { description: `At least ${LIMITS.minPasswordLength} characters, and not an everyday one.` })
  @MaxLength(LIMITS.maxPasswordLength)
  password!: string;
}

@InputType({ description: 'A new password and the link that allows it.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  @MaxLength(MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String, { description: `At least ${LIMITS.minPasswordLength} characters, and not an everyday one.` })
  @MaxLength(LIMITS.maxPasswordLength)
  password!: string;
}
