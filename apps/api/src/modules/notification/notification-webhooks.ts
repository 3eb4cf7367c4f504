import type { ServiceContext } from '../../services/service-context.js';
import { DELIVERY_KEPT_MS } from '../../webhooks/webhook-limits.js';
import { notificationPayload } from '../../webhooks/webhook-payload.js';
import { idOf, type Occurrence } from './occurrence.js';

/** Nobody in particular: the id by which receivers take doubles out. */
const EVERYBODY = 'webhook-event';

/** Notes for other programs what people are told of. The id of a delivery comes from the matter: it is noted once. */
export class NotificationWebhooks {
  /** Called when a delivery waits. */
  onDelivery: () => void = () => undefined;

  constructor(private readonly context: ServiceContext) {}

  /** What has been so since before a webhook was made is not told to it. */
  async tell(found: readonly Occurrence[]): Promise<void> {
    const { db, now } = this.context;
    const webhooks = (await db.webhooks.listAll()).filter(({ isEnabled }) => isEnabled);
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + DELIVERY_KEPT_MS);
    const wanted = webhooks.flatMap((webhook) =>
      found
        .filter(({ kind, since }) => webhook.events.includes(kind) && webhook.createdAt <= since)
        .map((occurrence) => {
          const { kind: type, employeeId } = occurrence;
          const eventId = idOf(occurrence, EVERYBODY);
          return {
            ...{ id: idOf(occurrence, `webhook:${webhook.id}`), webhookId: webhook.id, type, eventId },
            ...{ subject: `${type}:${employeeId ?? eventId}`, sequence: createdAt.getTime(), replayOf: null },
            ...{ payload: notificationPayload(eventId, occurrence), createdAt, expiresAt },
          };
        }),
    );
    if (wanted.length === 0) return;
    const isNoted = await db.withTransaction(async (session) => {
      const taken = await db.webhookDeliveries.listTaken(
        wanted.map(({ id }) => id),
        { session },
      );
      const fresh = wanted.filter(({ id }) => !taken.has(id));
      await db.webhookDeliveries.insertMany(fresh, { session });
      return fresh.length > 0;
    });
    if (isNoted) this.onDelivery();
  }
}
