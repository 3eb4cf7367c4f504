import { APPROVAL_KINDS, type ApprovalKind, NOTIFICATION_KINDS, type NotificationKind } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { LOCAL_DATE, stored } from './document-options.js';

@stored('notifications')
@index({ userId: 1, createdAt: -1, _id: -1 }, { name: 'notification_of_user' }) // list
@index({ userId: 1, isUnread: 1, createdAt: -1, _id: -1 }, { name: 'notification_unread' }) // countUnread
@index({ kind: 1, settledAt: 1 }, { name: 'notification_unsettled' }) // settleOthers
@index({ mailDueAt: 1 }, { name: 'notification_mail', partialFilterExpression: { mailDueAt: { $type: 'date' } } }) // listDue
@index({ expiresAt: 1 }, { name: 'notification_expiry', expireAfterSeconds: 0 })
export class NotificationDocument {
  /** Made of kind, subject and person. */
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  userId!: string;

  @prop({ type: () => String, required: true, enum: NOTIFICATION_KINDS })
  kind!: NotificationKind;

  @prop({ type: () => String, required: true })
  subject!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, default: null })
  employeeId!: string | null;

  @prop({ type: () => String, default: null })
  deviceId!: string | null;

  @prop({ type: () => String, default: null, enum: [...APPROVAL_KINDS, null] })
  approval!: ApprovalKind | null;

  @prop({ type: () => String, default: null, match: LOCAL_DATE })
  localDate!: string | null;

  @prop({ type: () => Number, default: null })
  count!: number | null;

  @prop({ type: () => Boolean, required: true })
  isInApp!: boolean;

  @prop({ type: () => Boolean, required: true })
  isUnread!: boolean;

  @prop({ type: () => Date, default: null })
  readAt!: Date | null;

  @prop({ type: () => Date, default: null })
  settledAt!: Date | null;

  @prop({ type: () => Date, default: null })
  mailDueAt!: Date | null;

  @prop({ type: () => Date, default: null })
  mailedAt!: Date | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
