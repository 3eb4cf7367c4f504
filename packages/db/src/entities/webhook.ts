import type { WebhookDeliveryState, WebhookDeliveryType, WebhookEvent } from '@rollcall/contracts';
import type { JsonObject } from './audit-entry.js';

/** An address of another program that is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** False: nothing new is noted for it, and nothing is sent. */
  readonly isEnabled: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One event for one webhook, and how telling it went. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly type: WebhookDeliveryType;
  /** The mark or the attempt; receivers take doubles out by it. */
  readonly eventId: string;
  /** Deliveries of one subject are sent one after the other, by `sequence`. */
  readonly subject: string;
  readonly sequence: number;
  /** What is sent, word for word at each try. */
  readonly payload: JsonObject;
  readonly state: WebhookDeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  /** The HTTP status of the last answer; null: there was none. */
  readonly lastStatus: number | null;
  /** Why the last try failed, in our words. */
  readonly lastProblem: string | null;
  readonly replayOf: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
  /** When the entry is removed from the log. */
  readonly expiresAt: Date;
}
