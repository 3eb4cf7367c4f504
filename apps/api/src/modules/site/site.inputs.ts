import type { PlaceRuleMode } from '@rollcall/contracts';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PlaceRuleModeEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

@InputType({ description: 'A place on the earth in degrees (WGS 84).' })
export class GeoPointInput {
  @Field(() => Float, { description: '-90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: '-180 to 180.' })
  longitude!: number;
}

@InputType({ description: 'Give centre with radiusMetres, or points, exactly one of both.' })
export class GeofenceInput {
  @Field(() => GeoPointInput, { nullable: true, description: 'The middle of a circle.' })
  centre?: GeoPointInput | null;

  @Field(() => Float, { nullable: true, description: 'The radius of the circle, 10 m to 100 km.' })
  radiusMetres?: number | null;

  @Field(() => [GeoPointInput], {
    nullable: true,
    description: 'The corners of a polygon, 3 to 100; it closes by itself and must not cross itself.',
  })
  points?: GeoPointInput[] | null;
}

@InputType({ description: 'A place of work to add.' })
export class CreateSiteInput {
  @Field(() => String, { description: 'What people call the site; unique.' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'IANA name, for example Europe/Berlin.' })
  timeZone!: string;

  @Field(() => GeofenceInput, { nullable: true, description: 'Where marks may be made.' })
  geofence?: GeofenceInput | null;

  @Field(() => PlaceRuleModeEnum, {
    nullable: true,
    description: 'What happens to marks from outside of the geofence. Default OFF.',
  })
  geofenceMode?: PlaceRuleMode | null;

  @Field(() => [String], { nullable: true, description: 'Ranges of addresses, for example 192.0.2.0/24. At most 100.' })
  allowedNetworks?: string[] | null;

  @Field(() => PlaceRuleModeEnum, {
    nullable: true,
    description: 'What happens to marks from other networks. Default OFF.',
  })
  networkMode?: PlaceRuleMode | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateSiteInput {
  @Field(() => ID, { description: 'The site to change.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What people call the site; unique.' })
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Marks that are there already keep their zone.' })
  timeZone?: string | null;

  @Field(() => GeofenceInput, { nullable: true, description: 'Null takes it away.' })
  geofence?: GeofenceInput | null;

  @Field(() => PlaceRuleModeEnum, { nullable: true, description: 'Must be OFF without a geofence.' })
  geofenceMode?: PlaceRuleMode | null;

  @Field(() => [String], { nullable: true, description: 'All ranges that are allowed from now on; null: none.' })
  allowedNetworks?: string[] | null;

  @Field(() => PlaceRuleModeEnum, { nullable: true, description: 'Must be OFF without an allowed network.' })
  networkMode?: PlaceRuleMode | null;
}
