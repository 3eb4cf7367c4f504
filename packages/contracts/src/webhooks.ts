import { NOTIFICATION_KINDS } from './notifications.js';

/** What a webhook can be told of. */
export const WEBHOOK_EVENTS = ['ATTENDANCE_RECORDED', 'CAPTURE_REFUSED', ...NOTIFICATION_KINDS] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** TEST is sent on request only. */
export type WebhookDeliveryType = WebhookEvent | 'TEST';

/** DEAD: tried so often that it is given up; it can be sent again by hand. */
export const WEBHOOK_DELIVERY_STATES = ['PENDING', 'DELIVERED', 'DEAD'] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];
