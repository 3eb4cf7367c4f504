import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonObject } from '../entities/audit-entry.js';
import { appendOnly } from './append-only.js';
import { stored } from './document-options.js';

@appendOnly()
@stored('paidPeriods')
@index({ periodId: 1, employeeId: 1 }, { unique: true, name: 'paid_once' }) // listOf
export class PaidPeriodDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  periodId!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => [mongoose.Schema.Types.Mixed], required: true })
  rows!: JsonObject[];
}
