import type { WebhookDeliveryState, WebhookDeliveryType, WebhookEvent } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';
import { NodeInterface } from '../../graphql/node.js';

export const WebhookEventEnum = describedEnum<WebhookEvent>('WebhookEvent', 'What a webhook can be told of.', {
  ATTENDANCE_RECORDED: 'A mark was accepted, imported or corrected.',
  CAPTURE_REFUSED: 'Somebody was not let through: no match, no face, a fake.',
  MISSING_MARK: 'A day that is over lacks a mark.',
  LATE: 'Somebody came late.',
  APPROVAL_DUE: 'A correction, a leave or overtime waits for a decision longer than the settings allow.',
  SILENT_DEVICE: 'Nothing is heard of a device any more.',
  REFUSED_ATTEMPTS: 'One person or one device was refused many times within an hour.',
});

export const WebhookDeliveryTypeEnum = describedEnum<WebhookDeliveryType>(
  'WebhookDeliveryType',
  'What a delivery tells.',
  {
    ATTENDANCE_RECORDED: 'A mark that counts.',
    CAPTURE_REFUSED: 'A refused attempt.',
    MISSING_MARK: 'A day without all its marks.',
    LATE: 'A late arrival.',
    APPROVAL_DUE: 'A decision that is waited for.',
    SILENT_DEVICE: 'A silent device.',
    REFUSED_ATTEMPTS: 'Many refused attempts.',
    TEST: 'Nothing; it was asked for with `testWebhook`.',
  },
);

export const WebhookDeliveryStateEnum = describedEnum<WebhookDeliveryState>(
  'WebhookDeliveryState',
  'How telling went.',
  {
    PENDING: 'Not told yet; it is tried again.',
    DELIVERED: 'The receiver answered with 2xx.',
    DEAD: 'Tried so often that it was given up. `replayDelivery` sends it again.',
  },
);

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'An address of another program that is told what happens.',
})
export class Webhook implements NodeInterface {
  @Field(() => ID, { description: 'The id of the webhook.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'Where events are sent with POST.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'What it is told of.' })
  events!: readonly WebhookEvent[];

  @Field(() => Boolean, { description: 'False: nothing is noted or sent.' })
  isEnabled!: boolean;

  @Field(() => Int, { description: 'Counts changes; send it back with `updateWebhook`.' })
  version!: number;

  @Field(() => Date, { description: 'What happened before is not told.' })
  createdAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'One event for one webhook, and how telling it went. Kept for 30 days.',
})
export class WebhookDelivery implements NodeInterface {
  @Field(() => ID, { description: 'The id of the delivery.' })
  id!: string;

  @Field(() => WebhookDeliveryTypeEnum, { description: 'What it tells.' })
  type!: WebhookDeliveryType;

  @Field(() => ID, { description: 'The mark or the attempt; the same at each try and each replay.' })
  eventId!: string;

  @Field(() => WebhookDeliveryStateEnum, { description: 'How telling went.' })
  state!: WebhookDeliveryState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it is tried next; null: it is not.' })
  nextAttemptAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the last answer; null: there was none.' })
  lastStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed.' })
  lastProblem!: string | null;

  @Field(() => ID, { nullable: true, description: 'The delivery that this one repeats.' })
  replayOf!: string | null;

  @Field(() => Date, { description: 'When it was noted.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the receiver took it.' })
  deliveredAt!: Date | null;
}

export const WebhookDeliveryConnection = connectionType('WebhookDelivery', () => WebhookDelivery);

@ObjectType({ simpleResolvers: true, description: 'A webhook and the key that its signatures are made with.' })
export class WebhookSigning {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook;

  @Field(() => String, { description: 'For checking signatures. Shown this once; it cannot be read again.' })
  signingKey!: string;
}
