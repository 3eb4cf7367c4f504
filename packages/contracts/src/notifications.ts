import type { Role } from './access.js';
import { assertNever } from './assert-never.js';

/** What people are told of without asking. */
export const NOTIFICATION_KINDS = [
  'MISSING_MARK',
  'LATE',
  'APPROVAL_DUE',
  'SILENT_DEVICE',
  'REFUSED_ATTEMPTS',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What a page of the dashboard is chosen by. */
export interface NotificationPlace {
  readonly kind: NotificationKind;
  readonly employeeId: string | null;
  /** YYYY-MM-DD */
  readonly localDate: string | null;
}

/** The page of the dashboard on which a matter is dealt with; letters and the list lead there. */
export function notificationPage({ kind, employeeId, localDate }: NotificationPlace): string {
  switch (kind) {
    case 'MISSING_MARK':
    case 'LATE':
      return employeeId && localDate ? `/attendance/${employeeId}/${localDate}` : '/attendance';
    case 'APPROVAL_DUE':
      return '/inbox';
    case 'SILENT_DEVICE':
      return '/devices';
    case 'REFUSED_ATTEMPTS':
      return '/attempts';
    default:
      return assertNever(kind);
  }
}

/** How people are told. Programs are told by webhooks, which choose for themselves. */
export const NOTIFICATION_CHANNELS = ['IN_APP', 'MAIL'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** What somebody has to decide. */
export const APPROVAL_KINDS = ['CORRECTION', 'LEAVE', 'OVERTIME'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** What each role can be told of: never more than it may read. An employee is told of the own days only. */
export const NOTIFICATION_KINDS_OF_ROLE: Readonly<Record<Role, readonly NotificationKind[]>> = {
  OWNER: NOTIFICATION_KINDS,
  HR_ADMIN: NOTIFICATION_KINDS,
  MANAGER: ['MISSING_MARK', 'LATE', 'APPROVAL_DUE', 'SILENT_DEVICE'],
  AUDITOR: ['MISSING_MARK', 'LATE', 'SILENT_DEVICE', 'REFUSED_ATTEMPTS'],
  EMPLOYEE: ['MISSING_MARK'],
  KIOSK: [],
};
