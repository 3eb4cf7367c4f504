import { index, prop } from '@typegoose/typegoose';
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

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
