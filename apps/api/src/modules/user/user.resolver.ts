import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { ChangeUserAccessInput } from './user.inputs.js';
import { toUser, toUserSession } from './user.mapper.js';
import type { UserService } from './user.service.js';
import { User, UserConnection, UserSession } from './user.types.js';

@Resolver(() => User)
export class UserResolver {
  constructor(private readonly userService: UserService) {}

  @FieldResolver(() => Boolean, { description: 'Whether a passkey opens the account in place of the password.' })
  hasPasskey(@Root() user: User, @Ctx() context: GraphQLContext): Promise<boolean> {
    return context.loaders.hasPasskey(user.id);
  }

  @Query(() => UserConnection, { description: 'Who can sign in, by e-mail.' })
  async users(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof UserConnection>> {
    return toConnection(await this.userService.list(actorOf(context), args), toUser);
  }

  @Query(() => [UserSession], {
    description: 'Where somebody is signed in, newest first. Everybody may see their own.',
  })
  async userSessions(
    @Arg('userId', () => ID, { description: 'Whose sessions.' }) userId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<UserSession[]> {
    const actor = actorOf(context);
    const sessions = await this.userService.listSessions(actor, userId);
    return sessions.map((session) => toUserSession(session, actor.sessionId));
  }

  @Mutation(() => User, { description: 'Holds from the next request of the person on. Not for yourself.' })
  async changeUserAccess(
    @Arg('input', () => ChangeUserAccessInput, { description: 'All of the access; what is left out is taken away.' })
    input: ChangeUserAccessInput,
    @Ctx() context: GraphQLContext,
  ): Promise<User> {
    return toUser(await this.userService.changeAccess(actorOf(context), input));
  }

  @Mutation(() => User, { description: 'Signs the person out everywhere; they cannot sign in any more.' })
  async deactivateUser(
    @Arg('userId', () => ID, { description: 'Who may not sign in any more.' }) userId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<User> {
    return toUser(await this.userService.deactivate(actorOf(context), userId));
  }

  @Mutation(() => User, { description: 'The person can sign in again, with the password they had.' })
  async reactivateUser(
    @Arg('userId', () => ID, { description: 'Who may sign in again.' }) userId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<User> {
    return toUser(await this.userService.reactivate(actorOf(context), userId));
  }

  @Mutation(() => UserSession, { description: 'Ends one session at once. Everybody may end their own.' })
  async endUserSession(
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<UserSession> {
    const actor = actorOf(context);
    return toUserSession(await this.userService.endSession(actor, id), actor.sessionId);
  }
}
