import type { DeviceStatus } from '@rollcall/contracts';
import { IsNotEmpty, Matches, MaxLength, ValidateIf } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { DeviceStatusEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

@InputType({ description: 'A device to add.' })
export class CreateDeviceInput {
  @Field(() => String, { description: 'What people call it.' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => ID, { description: 'Where it stands.' })
  siteId!: string;

  @Field(() => Date, { nullable: true, description: 'No mark of it is awaited from before. Left out: from now on.' })
  activeFromAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a terminal that pushes its marks: the number printed on it. Unique.',
  })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @Matches(/^[\w-]{1,64}$/)
  serialNumber?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateDeviceInput {
  @Field(() => ID, { description: 'The device to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  @MaxLength(200)
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Marks that are there already keep their site.' })
  siteId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a terminal that pushes its marks: the number printed on it. Unique.',
  })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @Matches(/^[\w-]{1,64}$/)
  serialNumber?: string | null;
}

@InputType({ description: 'What a device reports about itself.' })
export class DeviceContactInput {
  @Field(() => ID, { description: 'The device that reports.' })
  id!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'Everything captured before this moment has been sent. It never goes back. Left out: nothing new.',
  })
  syncedThroughAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'What the clock of the device shows; its offset is kept.' })
  deviceTime?: Date | null;
}

@InputType({ description: 'A new key of a device, and what shows that the device holds it.' })
export class PairDeviceInput {
  @Field(() => String, { description: 'The pairing code. Small letters, spaces and hyphens are forgiven.' })
  @MaxLength(40)
  code!: string;

  @Field(() => String, { description: 'A P-256 public key: SPKI in base64url without padding.' })
  @MaxLength(200)
  publicKey!: string;

  @Field(() => String, {
    description:
      'The key over the lines rollcall-device-pairing-v1, code (in capitals, without hyphens) and publicKey: ECDSA with SHA-256 as r and s, in base64url.',
  })
  @MaxLength(100)
  signature!: string;
}

@InputType({ description: 'All that is given must hold.' })
export class DeviceFilter {
  @Field(() => ID, { nullable: true, description: 'Only devices of this site.' })
  siteId?: string | null;

  @Field(() => DeviceStatusEnum, { nullable: true, description: 'Only devices with this status.' })
  status?: DeviceStatus | null;
}

@ArgsType()
export class DevicesArgs extends PageArgs {
  @Field(() => DeviceFilter, { nullable: true, description: 'Which devices.' })
  filter?: DeviceFilter | null;
}
