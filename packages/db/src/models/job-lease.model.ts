import { prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** Who runs a background job now; `_id` is the name of the job. */
@stored('jobLeases')
export class JobLeaseDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, default: null })
  ownerId!: string | null;

  /** How far the job has come, in its own words; null before the first time it came to an end. */
  @prop({ type: () => String, default: null })
  progress!: string | null;

  @prop({ type: () => Date, required: true })
  leaseUntil!: Date;
}
