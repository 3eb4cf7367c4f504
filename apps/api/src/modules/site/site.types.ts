import type { PlaceRuleMode } from '@rollcall/contracts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { PlaceRuleModeEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({ simpleResolvers: true, description: 'A place on the earth in degrees (WGS 84).' })
export class GeoPoint {
  @Field(() => Float, { description: '-90 to 90, north is positive.' })
  latitude!: number;

  @Field(() => Float, { description: '-180 to 180, east is positive.' })
  longitude!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Where marks may be made: a circle or a polygon.' })
export class Geofence {
  @Field(() => String, { description: 'CIRCLE or POLYGON.' })
  kind!: string;

  @Field(() => GeoPoint, { nullable: true, description: 'CIRCLE: its middle.' })
  centre!: GeoPoint | null;

  @Field(() => Float, { nullable: true, description: 'CIRCLE: its radius.' })
  radiusMetres!: number | null;

  @Field(() => [GeoPoint], { description: 'POLYGON: its corners. Else empty.' })
  points!: readonly GeoPoint[];
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A place of work with its time zone and its rules for marks.',
})
export class Site implements NodeInterface {
  @Field(() => ID, { description: 'The id of the site.' })
  id!: string;

  @Field(() => String, { description: 'What people call the site; unique.' })
  name!: string;

  @Field(() => String, { description: 'IANA name, for example Europe/Berlin. Marks made here are dated in it.' })
  timeZone!: string;

  @Field(() => Geofence, { nullable: true, description: 'Null: none, or not yours to see.' })
  geofence!: Geofence | null;

  @Field(() => PlaceRuleModeEnum, { description: 'What happens to marks from outside of the geofence.' })
  geofenceMode!: PlaceRuleMode;

  @Field(() => [String], {
    nullable: true,
    description: 'Ranges of addresses that marks may come from. Null: not yours to see.',
  })
  allowedNetworks!: readonly string[] | null;

  @Field(() => PlaceRuleModeEnum, { description: 'What happens to marks from other networks.' })
  networkMode!: PlaceRuleMode;

  @Field(() => Boolean, { description: 'Takes no new people or devices; what was recorded here stays.' })
  isArchived!: boolean;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateSite.' })
  version!: number;
}
