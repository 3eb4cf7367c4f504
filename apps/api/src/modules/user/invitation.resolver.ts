import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { InvitationService } from './invitation.service.js';
import type { PasswordResetService } from './password-reset.service.js';
import { AcceptInvitationInput, InviteUserInput, ResetPasswordInput } from './user.inputs.js';
import { toInvitation } from './user.mapper.js';
import { AccountReady, Invitation, InvitationConnection, InvitationPreview, InviteUserPayload } from './user.types.js';

@ArgsType()
class EmailArgs {
  @Field(() => String, { description: 'What the person signs in with.' })
  @MaxLength(320)
  email!: string;
}

/** How people come in, and in again. */
@Resolver()
export class InvitationResolver {
  constructor(
    private readonly invitationService: InvitationService,
    private readonly resets: PasswordResetService,
  ) {}

  @Query(() => InvitationConnection, { description: 'Invitations to sign in, newest first, those that are over too.' })
  async invitations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof InvitationConnection>> {
    return toConnection(await this.invitationService.list(actorOf(context), args), toInvitation);
  }

  @Query(() => InvitationPreview, { description: 'For whoever holds its link. NOT_FOUND once it is used or over.' })
  async invitation(
    @Arg('token', () => String, { description: 'What stands behind # in the link.' }) token: string,
  ): Promise<InvitationPreview> {
    const { email, roles, expiresAt, organisationName } = await this.invitationService.preview(token);
    return { email, roles, expiresAt, organisationName };
  }

  @Mutation(() => InviteUserPayload, { description: 'Valid for seven days; earlier ones to the address stop working.' })
  async inviteUser(
    @Arg('input', () => InviteUserInput, { description: 'Who, and as what.' }) input: InviteUserInput,
    @Ctx() context: GraphQLContext,
  ): Promise<InviteUserPayload> {
    const { invitation, link, isMailed } = await this.invitationService.invite(actorOf(context), input);
    return { invitation: toInvitation(invitation), link, isMailed };
  }

  @Mutation(() => Invitation, { description: 'Its link stops working.' })
  async revokeInvitation(
    @Arg('id', () => ID, { description: 'The invitation.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Invitation> {
    return toInvitation(await this.invitationService.revoke(actorOf(context), id));
  }

  @Mutation(() => AccountReady, { description: 'Makes the account.' })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'The link and the choices of its holder.' })
    input: AcceptInvitationInput,
  ): Promise<AccountReady> {
    return { email: await this.invitationService.accept(input) };
  }

  @Mutation(() => Boolean, {
    description: 'Sends a link for a new password, if the address has an account. The answer is the same in any case.',
  })
  requestPasswordReset(@Args(() => EmailArgs) { email }: EmailArgs): boolean {
    this.resets.request(email);
    return true;
  }

  @Mutation(() => AccountReady, { description: 'Signs the person out everywhere.' })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the new password.' })
    input: ResetPasswordInput,
  ): Promise<AccountReady> {
    return { email: await this.resets.reset(input) };
  }
}
