import { PLACE_RULE_MODES, type PlaceRuleMode } from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import type { Geofence } from '../entities/site.js';
import { stored } from './document-options.js';

@stored('sites')
@index({ nameKey: 1 }, { unique: true, name: 'site_name' }) // listAll, and no two sites of one name
export class SiteDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  geofence!: Geofence | null;

  @prop({ type: () => String, required: true, enum: PLACE_RULE_MODES })
  geofenceMode!: PlaceRuleMode;

  @prop({ type: () => [String], required: true })
  allowedNetworks!: string[];

  @prop({ type: () => String, required: true, enum: PLACE_RULE_MODES })
  networkMode!: PlaceRuleMode;

  @prop({ type: () => Boolean, required: true })
  isArchived!: boolean;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
