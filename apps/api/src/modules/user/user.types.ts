import type { Role } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { RoleEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

/** The field hasPasskey is resolved in user.resolver.ts. */
@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'Somebody who can sign in.' })
export class User implements NodeInterface {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => String, { description: 'What the person is called.' })
  name!: string;

  @Field(() => String, { description: 'What the person signs in with.' })
  email!: string;

  @Field(() => [RoleEnum], { description: 'What the person may do; together, if there are several.' })
  roles!: readonly Role[];

  @Field(() => [ID], { description: 'The sites a manager sees.' })
  siteIds!: readonly string[];

  @Field(() => [ID], { description: 'The departments a manager sees, wherever their people work.' })
  departmentIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The employee this person is.' })
  employeeId!: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when this person may not sign in. Null: may.' })
  deactivatedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a code is asked for after the password.' })
  hasSecondFactor!: boolean;

  @Field(() => Date, { description: 'When the account was made.' })
  createdAt!: Date;
}

export const UserConnection = connectionType('User', () => User);

@ObjectType({ simpleResolvers: true, implements: NodeInterface, description: 'A letter that lets somebody in, once.' })
export class Invitation implements NodeInterface {
  @Field(() => ID, { description: 'The id of the invitation; not the secret of its link.' })
  id!: string;

  @Field(() => String, { description: 'Where it was sent.' })
  email!: string;

  @Field(() => [RoleEnum], { description: 'What the person will be.' })
  roles!: readonly Role[];

  @Field(() => Date, { description: 'When it was sent.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Until then it can be accepted: seven days.' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was accepted. Null: it was not.' })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back. Null: it was not.' })
  revokedAt!: Date | null;
}

export const InvitationConnection = connectionType('Invitation', () => Invitation);

@ObjectType({ simpleResolvers: true, description: 'An invitation and the link that accepts it.' })
export class InviteUserPayload {
  @Field(() => Invitation, { description: 'What is kept of the invitation.' })
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
  @Field(() => String, { description: 'What the person will sign in with.' })
  email!: string;

  @Field(() => String, { description: 'The organisation that invites.' })
  organisationName!: string;

  @Field(() => [RoleEnum], { description: 'What the person will be.' })
  roles!: readonly Role[];

  @Field(() => Date, { description: 'Until then it can be accepted.' })
  expiresAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A browser in which somebody is signed in.',
})
export class UserSession implements NodeInterface {
  @Field(() => ID, { description: 'The id of the session; nobody can sign in with it.' })
  id!: string;

  @Field(() => Date, { description: 'When the person signed in. A session ends at the latest seven days later.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'The last use, to within a few minutes.' })
  updatedAt!: Date;

  @Field(() => Date, { description: 'When it ends if it is not used again.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'The address it was begun from. Null: not known.' })
  ipAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'Whether this request was made with it.' })
  isCurrent!: boolean;
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
