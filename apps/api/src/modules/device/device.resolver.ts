import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toConnection } from '../../graphql/connection.mapper.js';
import { actorOf, type GraphQLContext } from '../../graphql/context.js';
import { orNull } from '../../graphql/or-null.js';
import { toSite } from '../site/site.mapper.js';
import { Site } from '../site/site.types.js';
import {
  CreateDeviceInput,
  DeviceContactInput,
  DevicesArgs,
  PairDeviceInput,
  UpdateDeviceInput,
} from './device.inputs.js';
import { toDevice, toPairDevicePayload, toPairingCode } from './device.mapper.js';
import type { DeviceService } from './device.service.js';
import { Device, DeviceConnection, PairDevicePayload, PairingCode } from './device.types.js';
import type { DevicePairingService } from './device-pairing.service.js';

@Resolver(() => Device)
export class DeviceResolver {
  constructor(
    private readonly deviceService: DeviceService,
    private readonly pairing: DevicePairingService,
  ) {}

  @Query(() => DeviceConnection, { description: 'Devices by name. Managers see those of their sites.' })
  async devices(
    @Args(() => DevicesArgs) args: DevicesArgs,
    @Ctx() context: GraphQLContext,
  ): Promise<InstanceType<typeof DeviceConnection>> {
    return toConnection(await this.deviceService.list(actorOf(context), args), toDevice);
  }

  @Mutation(() => Device, { description: 'Adds a device of a site. Absences there wait for it from now on.' })
  async createDevice(
    @Arg('input', () => CreateDeviceInput, { description: 'The device to add.' }) input: CreateDeviceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Device> {
    return toDevice(await this.deviceService.create(actorOf(context), input));
  }

  @Mutation(() => Device, { description: 'Changes the name or the site of a device.' })
  async updateDevice(
    @Arg('input', () => UpdateDeviceInput, { description: 'What changes.' }) input: UpdateDeviceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Device> {
    return toDevice(await this.deviceService.update(actorOf(context), input));
  }

  @Mutation(() => Device, {
    description: 'Nothing is awaited from this device any more, and its key stops working at once.',
  })
  async retireDevice(
    @Arg('id', () => ID, { description: 'The device.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you read.' }) version: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Device> {
    return toDevice(await this.deviceService.retire(actorOf(context), id, version));
  }

  @Mutation(() => PairingCode, {
    description: 'Makes a code that pairs the device once, within ten minutes; an earlier one stops working.',
  })
  async createPairingCode(
    @Arg('deviceId', () => ID, { description: 'The device to pair.' }) deviceId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<PairingCode> {
    return toPairingCode(await this.pairing.createCode(actorOf(context), deviceId));
  }

  @Mutation(() => PairDevicePayload, {
    description:
      'For the device that was told the code: gives it its key, in place of the one it may have had. NOT_FOUND for a code that is unknown, used or over.',
  })
  async pairDevice(
    @Arg('input', () => PairDeviceInput, { description: 'The code and the key.' }) input: PairDeviceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<PairDevicePayload> {
    return toPairDevicePayload(await this.pairing.pair(input, context.requestId));
  }

  @Mutation(() => Device, { description: 'A device reports that it is there and how far it has sent its marks.' })
  async reportDeviceContact(
    @Arg('input', () => DeviceContactInput, { description: 'What the device reports.' }) input: DeviceContactInput,
    @Ctx() context: GraphQLContext,
  ): Promise<Device> {
    return toDevice(await this.deviceService.noteContact(actorOf(context), input));
  }

  @FieldResolver(() => Site, { nullable: true, description: 'Where it stands.' })
  async site(@Root() device: Device, @Ctx() context: GraphQLContext): Promise<Site | null> {
    return orNull(await context.loaders.site(device.siteId), toSite);
  }
}
