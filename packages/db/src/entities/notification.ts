import type { ApprovalKind, NotificationKind } from '@rollcall/contracts';

/** What happened and to whom: ids and a day, never a name, and nothing of a face. */
export interface NotificationMatter {
  readonly kind: NotificationKind;
  /** With the kind it is one matter, however often it is found. */
  readonly subject: string;
  readonly siteId: string | null;
  readonly employeeId: string | null;
  readonly deviceId: string | null;
  readonly approval: ApprovalKind | null;
  /** The day it is about, YYYY-MM-DD. */
  readonly localDate: string | null;
  /** Of REFUSED_ATTEMPTS: how many there were within an hour. */
  readonly count: number | null;
}

/** One matter for one person. */
export interface Notification extends NotificationMatter {
  /** Made of kind, subject and person, so that there is never a second one. */
  readonly id: string;
  readonly userId: string;
  /** False: told by mail only. */
  readonly isInApp: boolean;
  /** In the app, neither read nor settled. */
  readonly isUnread: boolean;
  readonly readAt: Date | null;
  /** When the matter was done with, whoever did it. */
  readonly settledAt: Date | null;
  /** When a letter is to go; null: none, or it has gone. */
  readonly mailDueAt: Date | null;
  readonly mailedAt: Date | null;
  readonly createdAt: Date;
  /** When the entry is removed. */
  readonly expiresAt: Date;
}

export type NewNotification = NotificationMatter &
  Pick<Notification, 'id' | 'userId' | 'isInApp' | 'mailDueAt' | 'createdAt' | 'expiresAt'>;
