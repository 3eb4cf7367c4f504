import type { WebhookDelivery as DeliveryEntity, Webhook as WebhookEntity } from '@rollcall/db';
import type { Webhook, WebhookDelivery } from './webhook.types.js';

export function toWebhook({ id, name, url, events, isEnabled, version, createdAt }: WebhookEntity): Webhook {
  return { id, name, url, events, isEnabled, version, createdAt };
}

export function toWebhookDelivery(delivery: DeliveryEntity): WebhookDelivery {
  const { id, type, eventId, state, attempts, lastStatus, lastProblem, replayOf, createdAt, deliveredAt } = delivery;
  const nextAttemptAt = state === 'PENDING' ? delivery.nextAttemptAt : null;
  return {
    id,
    type,
    eventId,
    state,
    attempts,
    nextAttemptAt,
    lastStatus,
    lastProblem,
    replayOf,
    createdAt,
    deliveredAt,
  };
}
