import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { CreateApiKeyInput, RotateApiKeyInput } from './api-key.inputs.js';
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

  @Mutation(() => CreateApiKeyPayload, {
    description: 'Makes a key for another program. Its secret is in the answer, this once.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'What the key may do, and until when.' })
    input: CreateApiKeyInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateApiKeyPayload> {
    const created = await this.keys.create(actorOf(context), input);
    return { apiKey: toApiKey(created.apiKey), key: created.key };
  }

  @Mutation(() => CreateApiKeyPayload, {
    description:
      'Makes a new secret for a key that works. Name, scopes and history stay. Anything older than the replaced secret stops at once.',
  })
  async rotateApiKey(
    @Arg('input', () => RotateApiKeyInput, { description: 'Which key, and how long the old secret works.' })
    input: RotateApiKeyInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateApiKeyPayload> {
    const rotated = await this.keys.rotate(actorOf(context), input);
    return { apiKey: toApiKey(rotated.apiKey), key: rotated.key };
  }

  @Mutation(() => ApiKey, { description: 'The key stops working at once. Doing it twice changes nothing.' })
  async revokeApiKey(
    @Arg('id', () => ID, { description: 'The id of the key.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<ApiKey> {
    return toApiKey(await this.keys.revoke(actorOf(context), id));
  }
}
