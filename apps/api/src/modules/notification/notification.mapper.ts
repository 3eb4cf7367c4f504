import type { Notification as NotificationEntity, OrganisationSettings } from '@rollcall/db';
import type { Notification, NotificationSettings } from './notification.types.js';

export function toNotification(notification: NotificationEntity): Notification {
  const { id, kind, approval, localDate, count, readAt, settledAt, createdAt, employeeId, deviceId } = notification;
  return { id, kind, approval, localDate, count, readAt, settledAt, createdAt, employeeId, deviceId };
}

export function toNotificationSettings({ notifications, version }: OrganisationSettings): NotificationSettings {
  const { rules, quietHours, approvalDueHours, silentDeviceHours, refusedAttempts } = notifications;
  return {
    ...{ rules, approvalDueHours, silentDeviceHours, refusedAttempts, version },
    ...{ quietFrom: quietHours?.from ?? null, quietTo: quietHours?.to ?? null },
  };
}
