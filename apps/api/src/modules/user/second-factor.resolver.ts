import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import type { SecondFactorService } from './second-factor.service.js';
import { toUser } from './user.mapper.js';
import type { UserService } from './user.service.js';
import { SecondFactor, User } from './user.types.js';

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly secondFactors: SecondFactorService,
    private readonly users: UserService,
  ) {}

  @Query(() => SecondFactor, { description: 'Your own. It is set up and switched off below /api/auth/two-factor.' })
  secondFactor(@Ctx() context: GraphQLContext): Promise<SecondFactor> {
    return this.secondFactors.own(actorOf(context));
  }

  @Mutation(() => User, {
    description:
      'For somebody who lost it: passkeys are removed and the password alone opens the account again. Signs them out. ' +
      'Not for yourself.',
  })
  async resetSecondFactor(
    @Arg('userId', () => ID, { description: 'Who lost the authenticator app.' }) userId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<User> {
    return toUser(await this.users.resetSecondFactor(actorOf(context), userId));
  }
}
