import { prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** One document, `_id` = `organisation`. */
@stored('settings')
export class SettingsDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, minlength: 1 })
  organisationName!: string;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => String, required: true })
  consentTextVersion!: string;

  @prop({ type: () => Number, required: true, min: 0, max: 366 })
  attemptPhotoRetentionDays!: number;

  @prop({ type: () => Number, required: true, min: 0, max: 1096 })
  templateRetentionDaysAfterLeaving!: number;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => Date, required: true })
  updatedAt!: Date;
}
