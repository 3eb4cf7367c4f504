import { index, prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

@stored('jobIssues')
@index({ jobId: 1, row: 1, _id: 1 }, { name: 'issue_of_job' }) // listByJob
@index({ expiresAt: 1 }, { name: 'issue_expiry', expireAfterSeconds: 0 })
export class JobIssueDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  jobId!: string;

  @prop({ type: () => Number, required: true })
  row!: number;

  @prop({ type: () => String, default: null })
  field!: string | null;

  @prop({ type: () => String, required: true })
  code!: string;

  @prop({ type: () => String, required: true })
  reason!: string;

  @prop({ type: () => String, default: '' })
  original!: string;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
