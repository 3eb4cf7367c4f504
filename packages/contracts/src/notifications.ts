import type { Role } from './access.js';

/** What people are told of without asking. */
export const NOTIFICATION_KINDS = [
  'MISSING_MARK',
  'LATE',
  'APPROVAL_DUE',
  'SILENT_DEVICE',
  'REFUSED_ATTEMPTS',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

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
