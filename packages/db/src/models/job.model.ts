import { PAD_POLICIES, type PadPolicy, SCOPES, type Scope } from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonObject } from '../entities/audit-entry.js';
import { JOB_KINDS, JOB_STATES, type JobKind, type JobState } from '../entities/job.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { embedded, stored } from './document-options.js';

@embedded()
class JobProgressDocument {
  @prop({ type: () => String, required: true })
  stage!: string;

  @prop({ type: () => Number, required: true })
  done!: number;

  @prop({ type: () => Number, default: null })
  total!: number | null;
}

@embedded()
class JobGrantDocument {
  @prop({ type: () => [String], required: true, enum: SCOPES })
  scopes!: Scope[];

  @prop({ type: () => [String], default: null })
  siteIds!: string[] | null;

  @prop({ type: () => [String] })
  departmentIds?: string[];

  @prop({ type: () => String, required: true, enum: PAD_POLICIES })
  padPolicy!: PadPolicy;
}

@embedded()
class JobFailureDocument {
  @prop({ type: () => String, required: true })
  code!: string;

  @prop({ type: () => String, required: true })
  message!: string;
}

@stored('jobs')
@index({ state: 1, createdAt: 1, _id: 1 }, { name: 'job_queue' }) // claimNext
@index({ createdAt: -1, _id: -1 }, { name: 'job_by_creation' }) // list
@index({ 'createdBy.id': 1, createdAt: -1, _id: -1 }, { name: 'job_of_actor' }) // list of one person
export class JobDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, enum: JOB_KINDS })
  kind!: JobKind;

  @prop({ type: () => String, required: true, enum: JOB_STATES })
  state!: JobState;

  @prop({ type: () => Boolean, required: true })
  isDryRun!: boolean;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  input!: JsonObject;

  @prop({ type: () => JobProgressDocument, required: true })
  progress!: JobProgressDocument;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  counts!: Record<string, number>;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  cursor!: JsonObject | null;

  @prop({ type: () => String, default: null })
  errorFileId!: string | null;

  @prop({ type: () => String, default: null })
  resultFileId!: string | null;

  @prop({ type: () => JobFailureDocument, default: null })
  failure!: JobFailureDocument | null;

  @prop({ type: () => ActorRefDocument, required: true })
  createdBy!: ActorRefDocument;

  @prop({ type: () => JobGrantDocument, required: true })
  grant!: JobGrantDocument;

  @prop({ type: () => Number, required: true })
  runs!: number;

  /** Random; proves that the claim is still the runner's. */
  @prop({ type: () => String, default: null })
  token!: string | null;

  @prop({ type: () => Date, default: null })
  leaseUntil!: Date | null;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, default: null })
  startedAt!: Date | null;

  @prop({ type: () => Date, default: null })
  finishedAt!: Date | null;
}
