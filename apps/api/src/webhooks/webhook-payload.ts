import type { WebhookDeliveryType } from '@rollcall/contracts';
import type { AttendanceEvent, CaptureAttempt, JsonObject, NotificationMatter } from '@rollcall/db';

/** Counts up when a field changes its meaning or goes; new fields may come at any time. */
export const PAYLOAD_VERSION = 1;

/** The envelope that every webhook gets. `id` is the same at each try and each replay. */
function envelope(id: string, type: WebhookDeliveryType, at: Date, data: JsonObject): JsonObject {
  return { id, type, version: PAYLOAD_VERSION, occurredAt: at.toISOString(), data };
}

export function markPayload(event: AttendanceEvent): JsonObject {
  const { id, employeeId, siteId, kind, timeZone, localDate, source, assurance, isVoid, replacesEventId } = event;
  return envelope(id, 'ATTENDANCE_RECORDED', event.recordedAt, {
    ...{ markId: id, employeeId, siteId, kind, at: event.at.toISOString(), timeZone, localDate },
    ...{
      source,
      assurance,
      isRemote: event.isRemote === true,
      isVoid: isVoid === true,
      replacesMarkId: replacesEventId,
    },
  });
}

/** How it ended and where. No measure of the face, and not the number that was claimed. */
export function refusalPayload({ id, kind, outcome, employeeId, siteId, source, at }: CaptureAttempt): JsonObject {
  return envelope(id, 'CAPTURE_REFUSED', at, { attemptId: id, kind, outcome, employeeId, siteId, source });
}

/** What people are told of: ids and a day, no name. */
export function notificationPayload(id: string, matter: NotificationMatter & { readonly since: Date }): JsonObject {
  const { kind, siteId, employeeId, deviceId, approval, localDate, count, since } = matter;
  return envelope(id, kind, since, { siteId, employeeId, deviceId, approval, localDate, count });
}

export function testPayload(id: string, at: Date): JsonObject {
  return envelope(id, 'TEST', at, { message: 'This is a test.' });
}
