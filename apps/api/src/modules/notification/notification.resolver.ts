import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toDevice } from '../device/device.mapper.js';
import { Device } from '../device/device.types.js';
import { toEmployee } from '../employee/employee.mapper.js';
import { Employee } from '../employee/employee.types.js';
import {
  MarkNotificationsReadInput,
  NotificationsArgs,
  UpdateNotificationSettingsInput,
} from './notification.inputs.js';
import { toNotification, toNotificationSettings } from './notification.mapper.js';
import type { NotificationService } from './notification.service.js';
import {
  MarkNotificationsReadPayload,
  Notification,
  NotificationConnection,
  NotificationSettings,
} from './notification.types.js';
import type { NotificationSettingsService } from './notification-settings.service.js';

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(
    private readonly notificationService: NotificationService,
    private readonly settingsService: NotificationSettingsService,
  ) {}

  @Query(() => NotificationConnection, { description: 'What the viewer is told of, newest first. Of a key: nothing.' })
  async notifications(
    @Args(() => NotificationsArgs) args: NotificationsArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof NotificationConnection>> {
    return toConnection(await this.notificationService.list(actorOf(context), args), toNotification);
  }

  @Query(() => Int, { description: 'How much of it the viewer has not read and still holds.' })
  async unreadNotificationCount(@Ctx() context: GraphQLContext): Promise<number> {
    return this.notificationService.countUnread(actorOf(context));
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'The viewer has read these, or all.' })
  async markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which of them were read.' })
    input: MarkNotificationsReadInput,
    @Ctx() context: GraphQLContext,
  ): Promise<MarkNotificationsReadPayload> {
    return this.notificationService.markRead(actorOf(context), input);
  }

  @Query(() => NotificationSettings, { description: 'Who is told of what.' })
  async notificationSettings(@Ctx() context: GraphQLContext): Promise<NotificationSettings> {
    return toNotificationSettings(await this.settingsService.get(actorOf(context)));
  }

  @Mutation(() => NotificationSettings, { description: 'Changes who is told of what.' })
  async updateNotificationSettings(
    @Arg('input', () => UpdateNotificationSettingsInput, { description: 'What changes.' })
    input: UpdateNotificationSettingsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<NotificationSettings> {
    return toNotificationSettings(await this.settingsService.update(actorOf(context), input));
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'Whom it is about. Null: nobody, or nobody of yours any more.',
  })
  async employee(@Root() { employeeId }: Notification, @Ctx() context: GraphQLContext): Promise<Employee | null> {
    return orNull(await context.loaders.employee(employeeId), toEmployee);
  }

  @FieldResolver(() => Device, { nullable: true, description: 'Which device it is about. Null: none.' })
  async device(@Root() { deviceId }: Notification, @Ctx() context: GraphQLContext): Promise<Device | null> {
    return deviceId === null ? null : orNull(await context.loaders.device(deviceId), toDevice);
  }
}
