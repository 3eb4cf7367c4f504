import type { NotificationChannel, NotificationKind, Role } from '@rollcall/contracts';
import { Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { RoleEnum } from '../../graphql/enums.js';
import { NotificationChannelEnum, NotificationKindEnum } from './notification.types.js';

const MAX_HOURS = 720;
const MAX_ATTEMPTS = 1_000;

@InputType({ description: 'Which notifications.' })
export class NotificationListFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: what is unread and still holds. Left out: all.' })
  isUnread?: boolean | null;
}

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => NotificationListFilter, { nullable: true, description: 'Left out: all.' })
  filter?: NotificationListFilter | null;
}

@InputType({ description: 'What was read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Which; at most 100. Left out: all. Those of others are passed over.',
  })
  ids?: string[] | null;
}

@InputType({ description: 'Of what the people of one role are told, and how.' })
export class NotificationRuleInput {
  @Field(() => RoleEnum, { description: 'Whom it holds for.' })
  role!: Role;

  @Field(() => NotificationKindEnum, { description: 'Of what; only what the role may read.' })
  kind!: NotificationKind;

  @Field(() => [NotificationChannelEnum], { description: 'How. Empty: not at all.' })
  channels!: NotificationChannel[];
}

@InputType({ description: 'Local times between which letters wait; they may span midnight.' })
export class QuietHoursInput {
  @Field(() => String, { description: 'HH:MM, included.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included; another time than `from`.' })
  to!: string;
}

@InputType({ description: 'What is to change; what is left out stays.' })
export class UpdateNotificationSettingsInput {
  @Field(() => Int, { description: 'The version you read. CONFLICT if somebody changed the settings since.' })
  version!: number;

  @Field(() => [NotificationRuleInput], { nullable: true, description: 'Takes the place of all rules.' })
  rules?: NotificationRuleInput[] | null;

  @Field(() => QuietHoursInput, { nullable: true, description: 'When letters wait.' })
  quietHours?: QuietHoursInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: letters never wait. Not together with `quietHours`.' })
  hasNoQuietHours?: boolean | null;

  @Field(() => Int, { nullable: true, description: `0 to ${MAX_HOURS} hours.` })
  @Min(0)
  @Max(MAX_HOURS)
  approvalDueHours?: number | null;

  @Field(() => Int, { nullable: true, description: `1 to ${MAX_HOURS} hours.` })
  @Min(1)
  @Max(MAX_HOURS)
  silentDeviceHours?: number | null;

  @Field(() => Int, { nullable: true, description: `2 to ${MAX_ATTEMPTS}.` })
  @Min(2)
  @Max(MAX_ATTEMPTS)
  refusedAttempts?: number | null;
}
