import { index, mongoose, prop } from '@typegoose/typegoose';
import { LOCAL_DATE, stored } from './document-options.js';

@stored('dayRebuilds')
@index({ requestedAt: 1, _id: 1 }, { name: 'rebuild_by_time' }) // findNext, oldest first
export class DayRebuildDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  from!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  to!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  employeeIds?: readonly string[] | null;

  @prop({ type: () => Boolean, default: null })
  isForFacts?: boolean | null;

  @prop({ type: () => String, required: true })
  reason!: string;

  /** Empty at the beginning. */
  @prop({ type: () => String, default: '' })
  doneUpToId!: string;

  @prop({ type: () => Date, required: true })
  requestedAt!: Date;
}
