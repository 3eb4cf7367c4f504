import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toShift } from '../roster/roster.mapper.js';
import { Shift } from '../roster/roster.types.js';
import { toSite } from '../site/site.mapper.js';
import { Site } from '../site/site.types.js';
import { MarkingDevice } from './marking-device.types.js';
import { EmployeeTimelineArgs } from './timeline.inputs.js';
import { toTimelineEntry } from './timeline.mapper.js';
import type { TimelineService } from './timeline.service.js';
import { TimelineEntry, TimelineEntryConnection } from './timeline.types.js';

@Resolver(() => TimelineEntry)
export class TimelineResolver {
  constructor(private readonly timeline: TimelineService) {}

  @Query(() => TimelineEntryConnection, {
    description:
      'What happened to a person, newest first: marks, corrections, leave, shifts, faces, agreements, changes.',
  })
  async employeeTimeline(
    @Args(() => EmployeeTimelineArgs) args: EmployeeTimelineArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof TimelineEntryConnection>> {
    return toConnection(await this.timeline.list(actorOf(context), args), toTimelineEntry);
  }

  @Query(() => [MarkingDevice], {
    description:
      'What the marks of a person came from, the latest first. Marks that corrections wrote are not counted.',
  })
  async markingDevices(
    @Arg('employeeId', () => ID, { description: 'The person who made them.' }) employeeId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<MarkingDevice[]> {
    return [...(await this.timeline.markingDevices(actorOf(context), employeeId))];
  }

  @FieldResolver(() => Shift, {
    nullable: true,
    description: 'SHIFT: which one. Null: a rotation, gone, or not noted.',
  })
  async shift(@Root() { shiftId }: TimelineEntry, @Ctx() context: GraphQLContext): Promise<Shift | null> {
    return orNull(await context.loaders.shift(shiftId), toShift);
  }
}

/** From what marks came from to its name and place. */
@Resolver(() => MarkingDevice)
export class MarkingDeviceLinksResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What people call the device. Null: it is none, or gone.',
  })
  async deviceName(@Root() { deviceId }: MarkingDevice, @Ctx() context: GraphQLContext): Promise<string | null> {
    return deviceId === null ? null : ((await context.loaders.device(deviceId))?.name ?? null);
  }

  @FieldResolver(() => Site, { nullable: true, description: 'Where the last mark was made. Null: at none.' })
  async site(@Root() { siteId }: MarkingDevice, @Ctx() context: GraphQLContext): Promise<Site | null> {
    return orNull(await context.loaders.site(siteId), toSite);
  }
}
