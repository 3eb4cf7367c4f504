import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { IDEMPOTENCY_KEY } from '../../graphql/idempotency-key.field.js';
import { CreateWebhookInput, UpdateWebhookInput, WebhookDeliveriesArgs } from './webhook.inputs.js';
import { toWebhook, toWebhookDelivery } from './webhook.mapper.js';
import type { WebhookService, WebhookWithSecret } from './webhook.service.js';
import { Webhook, WebhookDelivery, WebhookDeliveryConnection, WebhookSigning } from './webhook.types.js';

const idArgument = { description: 'Which webhook.' };

@Resolver()
export class WebhookResolver {
  constructor(private readonly hooks: WebhookService) {}

  @Query(() => [Webhook], { description: 'All webhooks, oldest first.' })
  async webhooks(@Ctx() context: GraphQLContext): Promise<Webhook[]> {
    return (await this.hooks.list(actorOf(context))).map(toWebhook);
  }

  @Query(() => WebhookDeliveryConnection, { description: 'What a webhook was told or is to be told, newest first.' })
  async webhookDeliveries(
    @Args(() => WebhookDeliveriesArgs) args: WebhookDeliveriesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof WebhookDeliveryConnection>> {
    return toConnection(await this.hooks.deliveries(actorOf(context), args), toWebhookDelivery);
  }

  @Mutation(() => WebhookSigning, { description: 'From now on the address is told what happens.' })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'Where, and of what.' }) input: CreateWebhookInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WebhookSigning> {
    return toSigning(await this.hooks.create(actorOf(context), input));
  }

  @Mutation(() => Webhook, { description: 'CONFLICT if somebody else has changed it since.' })
  async updateWebhook(
    @Arg('input', () => UpdateWebhookInput, { description: 'What is to change.' }) input: UpdateWebhookInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Webhook> {
    return toWebhook(await this.hooks.update(actorOf(context), input));
  }

  @Mutation(() => Webhook, { description: 'With its log. What waits is not sent any more.' })
  async removeWebhook(@Arg('id', () => ID, idArgument) id: string, @Ctx() context: GraphQLContext): Promise<Webhook> {
    return toWebhook(await this.hooks.remove(actorOf(context), id));
  }

  @Mutation(() => WebhookSigning, { description: 'A new key for signatures; the former one signs nothing any more.' })
  async rotateWebhookSecret(
    @Arg('id', () => ID, idArgument) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<WebhookSigning> {
    return toSigning(await this.hooks.rotateSecret(actorOf(context), id));
  }

  @Mutation(() => WebhookDelivery, {
    description: 'Sends an event of type TEST. How it went is in `webhookDeliveries`.',
  })
  async testWebhook(
    @Arg('id', () => ID, idArgument) id: string,
    @Arg('idempotencyKey', () => ID, IDEMPOTENCY_KEY) idempotencyKey: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<WebhookDelivery> {
    return toWebhookDelivery(await this.hooks.test(actorOf(context), id, idempotencyKey));
  }

  @Mutation(() => WebhookDelivery, { description: 'Sends the same event once more, as a new delivery.' })
  async replayDelivery(
    @Arg('id', () => ID, { description: 'Which delivery.' }) id: string,
    @Arg('idempotencyKey', () => ID, IDEMPOTENCY_KEY) idempotencyKey: string | null,
    @Ctx() context: GraphQLContext,
  ): Promise<WebhookDelivery> {
    return toWebhookDelivery(await this.hooks.replay(actorOf(context), id, idempotencyKey));
  }
}

const toSigning = ({ webhook, signingKey }: WebhookWithSecret): WebhookSigning => ({
  webhook: toWebhook(webhook),
  signingKey,
});
