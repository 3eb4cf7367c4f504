import { LIMITS, WEBHOOK_EVENTS, type WebhookDeliveryState, type WebhookEvent } from '@rollcall/contracts';
import { ArrayMinSize, ArrayUnique, IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { WebhookDeliveryStateEnum, WebhookEventEnum } from './webhook.types.js';

const MAX_URL_LENGTH = 2_000;

@InputType({ description: 'An address of another program, and what it is to be told of.' })
export class CreateWebhookInput {
  @Field(() => String, { description: 'What people call it.' })
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => String, { description: 'Begins with https://; not in a private network unless the server allows it.' })
  @IsNotEmpty()
  @MaxLength(MAX_URL_LENGTH)
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'At least one.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENTS, { each: true })
  events!: WebhookEvent[];
}

@InputType({ description: 'What is to change about a webhook; what is left out stays.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'Which webhook.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  @MaxLength(LIMITS.maxNameLength)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'As for `createWebhook`.' })
  @MaxLength(MAX_URL_LENGTH)
  url?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true, description: 'All of them, at least one.' })
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENTS, { each: true })
  events?: WebhookEvent[] | null;

  @Field(() => Boolean, { nullable: true, description: 'False: nothing is noted or sent until it is true again.' })
  isEnabled?: boolean | null;
}

@ArgsType()
export class WebhookDeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'Of which webhook.' })
  webhookId!: string;

  @Field(() => WebhookDeliveryStateEnum, { nullable: true, description: 'Left out: all.' })
  state?: WebhookDeliveryState | null;
}
