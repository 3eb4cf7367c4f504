import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateApiKeyInput } from './api-key.inputs.js';
import { toApiKey } from './api-key.mapper.js';
import type { ApiKeyService } from './api-key.service.js';
import { ApiKey, CreateApiKeyPayload } from './api-key.types.js';

@Resolver()
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @Query(() => [ApiKey], { description: 'All keys, newest first, without their secrets.' })
  async apiKeys(@Ctx() context: GraphQLContext): Promise<ApiKey[]> {
    return (await this.keys.list(actorOf(context))).map(toApiKey);
  }

  @Mutation(() => CreateApiKeyPayload)
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateApiKeyPayload> {
    const created = await this.keys.create(actorOf(context), input);
    return { apiKey: toApiKey(created.apiKey), key: created.key };
  }

  @Mutation(() => ApiKey, { description: 'The key stops working at once. Doing it twice changes nothing.' })
  async revokeApiKey(@Arg('id', () => ID) id: string, @Ctx() context: GraphQLContext): Promise<ApiKey> {
    return toApiKey(await this.keys.revoke(actorOf(context), id));
  }
}
