import type { Role } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { RoleEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'Somebody who can sign in.' })
export class User implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What the person signs in with.' })
  email!: string;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => [ID], { description: 'The sites a manager sees.' })
  siteIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The employee this person is.' })
  employeeId!: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when this person may not sign in. Null: may.' })
  deactivatedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a code is asked for after the password.' })
  hasSecondFactor!: boolean;

  @Field(() => Date)
  createdAt!: Date;
}

export const UserConnection = connectionType('User', () => User);

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A letter that lets somebody in, once.' })
export class Invitation implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Date, { nullable: true })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}

export const InvitationConnection = connectionType('Invitation', () => Invitation);

@ObjectType({ simpleResolvers: true })
export class InviteUserPayload {
  @Field(() => Invitation)
  invitation!: Invitation;

  @Field(() => String, {
    description:
      'The link in the letter. Shown this once, for who has no mail server; whoever has it becomes this person.',
  })
  link!: string;

  @Field(() => Boolean, {
    description: 'False: no mail server is set or it refused; hand the link over yourself.',
  })
  isMailed!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What somebody with an invitation may know before accepting it.' })
export class InvitationPreview {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  organisationName!: string;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => Date)
  expiresAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A browser in which somebody is signed in.',
})
export class UserSession implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { description: 'The last use, to within a few minutes.' })
  updatedAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => String, { nullable: true })
  ipAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  userAgent!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody can sign in with the password they chose.' })
export class AccountReady {
  @Field(() => String, { description: 'What to sign in with.' })
  email!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What is asked for after the password.' })
export class SecondFactor {
  @Field(() => Boolean, { description: 'Whether a code of an authenticator app is asked for.' })
  isOn!: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet; each works once.' })
  recoveryCodesLeft!: number;
}
