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

  @Field(() => Int, { nullable: true, description: 'Its clock minus ours at the last contact.' })
  clockOffsetMs!: number | null;

  @Field(() => String, { nullable: true, description: 'Of a terminal that pushes its marks. Null: it does not.' })
  serialNumber!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateDevice.' })
  version!: number;

  /** Not in the schema: for the field resolver. */
  siteId!: string;
}

export const DeviceConnection = connectionType('Device', () => Device);
