import type { ApprovalKind, NotificationChannel, NotificationKind, Role } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';
import { RoleEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

export const NotificationKindEnum = describedEnum<NotificationKind>('NotificationKind', 'Of what people are told.', {
  MISSING_MARK: 'A day that is over lacks a mark.',
  LATE: 'Somebody came late.',
  APPROVAL_DUE: 'A correction, a leave or overtime waits for a decision.',
  SILENT_DEVICE: 'Nothing is heard of a device any more.',
  REFUSED_ATTEMPTS: 'One person or one device was refused many times within an hour.',
});

export const NotificationChannelEnum = describedEnum<NotificationChannel>(
  'NotificationChannel',
  'How people are told.',
  {
    IN_APP: 'In the list of the dashboard.',
    MAIL: 'In a letter to their e-mail address; several at once in one letter.',
  },
);

export const ApprovalKindEnum = describedEnum<ApprovalKind>('ApprovalKind', 'What waits for a decision.', {
  CORRECTION: 'A mark is to be added, changed or taken back.',
  LEAVE: 'Somebody wants to be away.',
  OVERTIME: 'Overtime counts once it is approved.',
});

/** The fields employee and device are resolved in notification.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Something the viewer is told of. There is one for each matter, however often it is found.',
})
export class Notification implements NodeInterface {
  @Field(() => ID, { description: 'The id of the notification.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'What happened.' })
  kind!: NotificationKind;

  @Field(() => ApprovalKindEnum, { nullable: true, description: 'Of APPROVAL_DUE: what waits. Null: another kind.' })
  approval!: ApprovalKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it is about. Null: no day in particular.' })
  localDate!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of REFUSED_ATTEMPTS: how many within an hour. Null: another kind.',
  })
  count!: number | null;

  @Field(() => Date, { nullable: true, description: 'When the viewer read it. Null: not yet.' })
  readAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was done with, whoever did it. Null: it still holds.' })
  settledAt!: Date | null;

  @Field(() => Date, { description: 'When it was noticed.' })
  createdAt!: Date;

  /** Not in the schema: for the field resolvers. */
  employeeId!: string | null;
  deviceId!: string | null;
}

export const NotificationConnection = connectionType('Notification', () => Notification);

@ObjectType({ simpleResolvers: true, description: 'What became of the list.' })
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: 'How many were unread and are not any more.' })
  markedCount!: number;

  @Field(() => Int, { description: 'How many are unread now.' })
  unreadCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Of what the people of one role are told, and how.' })
export class NotificationRule {
  @Field(() => RoleEnum, { description: 'Whom it holds for.' })
  role!: Role;

  @Field(() => NotificationKindEnum, { description: 'Of what they are told.' })
  kind!: NotificationKind;

  @Field(() => [NotificationChannelEnum], { description: 'How; at least one.' })
  channels!: readonly NotificationChannel[];
}

@ObjectType({ simpleResolvers: true, description: 'Who is told of what, and when letters wait.' })
export class NotificationSettings {
  @Field(() => [NotificationRule], { description: 'A role and kind that is not in the list is not told.' })
  rules!: readonly NotificationRule[];

  @Field(() => String, {
    nullable: true,
    description: 'From when letters wait, HH:MM local time. Null: they never wait.',
  })
  quietFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until when, HH:MM, also of the next day. Null: they never wait.',
  })
  quietTo!: string | null;

  @Field(() => Int, { description: 'So many hours a request waits before anybody is told; 0: at once.' })
  approvalDueHours!: number;

  @Field(() => Int, { description: 'So many hours nothing is heard of a device before anybody is told.' })
  silentDeviceHours!: number;

  @Field(() => Int, { description: 'So many refused attempts of one person or device within an hour are told.' })
  refusedAttempts!: number;

  @Field(() => Int, { description: 'That of the settings; send it back with updateNotificationSettings.' })
  version!: number;
}
