import type { DeviceStatus } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { DeviceStatusEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

/** The field site is resolved in device.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description:
    'Something that sends marks from a site. An absence waits until every active device has synchronised past it.',
})
export class Device implements NodeInterface {
  @Field(() => ID, { description: 'The id that marks of the device carry.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => DeviceStatusEnum, { description: 'Whether marks are awaited from it.' })
  status!: DeviceStatus;

  @Field(() => Date, { description: 'No mark of it is awaited from before.' })
  activeFromAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Everything captured before this moment has arrived. Null: never heard of.',
  })
  syncedThroughAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last heard of.' })
  lastSeenAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its clock minus ours at the last contact, at most 24.8 days either way. Null: not told.',
  })
  clockOffsetMs!: number | null;

  @Field(() => String, { nullable: true, description: 'Of a terminal that pushes its marks. Null: it does not.' })
  serialNumber!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when it signs with the key it has. Null: it is not paired.',
  })
  pairedAt!: Date | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateDevice.' })
  version!: number;

  /** Not in the schema: for the field resolver. */
  siteId!: string;
}

export const DeviceConnection = connectionType('Device', () => Device);

@ObjectType({ simpleResolvers: true, description: 'A code that pairs a device once.' })
export class PairingCode {
  @Field(() => Device, { description: 'The device it pairs.' })
  device!: Device;

  @Field(() => String, { description: 'Eight letters and digits, to be typed at the device. Shown this once.' })
  code!: string;

  @Field(() => Date, { description: 'When it stops working: ten minutes after it was made.' })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'What a device is told of itself when it is paired.' })
export class PairDevicePayload {
  @Field(() => ID, { description: 'Its id: it stands in each signature.' })
  id!: string;

  @Field(() => String, { description: 'What people call the device.' })
  name!: string;

  @Field(() => String, { description: 'The name of the site where it stands.' })
  siteName!: string;
}
