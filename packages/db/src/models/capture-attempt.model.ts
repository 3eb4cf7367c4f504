import { ATTENDANCE_SOURCES, type AttendanceSource, MARK_PROOFS, type MarkProof } from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import {
  type AttemptLiveness,
  type AttemptOperatingPoint,
  type AttemptPad,
  type AttemptPlace,
  type AttemptQuality,
  CAPTURE_ATTEMPT_KINDS,
  type CaptureAttemptKind,
} from '../entities/capture-attempt.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { appendOnly } from './append-only.js';
import { stored } from './document-options.js';

const FIGURES = { at: 1, kind: 1, proof: 1, outcome: 1, employeeId: 1, deviceId: 1, source: 1, siteId: 1 } as const;

@appendOnly()
@stored('captureAttempts')
@index({ at: -1, _id: -1 }, { name: 'attempt_by_time' }) // list, newest first
@index({ employeeId: 1, at: -1, _id: -1 }, { name: 'attempt_of_employee' }) // list of one person
@index({ siteId: 1, at: -1, _id: -1 }, { name: 'attempt_of_site' }) // list of one site
@index({ outcome: 1, at: -1, _id: -1 }, { name: 'attempt_by_outcome' }) // list of one outcome
@index(FIGURES, { name: 'attempt_for_figures' }) // counts, read from the index alone
export class CaptureAttemptDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, enum: CAPTURE_ATTEMPT_KINDS })
  kind!: CaptureAttemptKind;

  @prop({ type: () => String, required: true })
  outcome!: string;

  @prop({ type: () => String, default: null, enum: [...MARK_PROOFS, null] })
  proof!: MarkProof | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  place!: AttemptPlace | null;

  @prop({ type: () => String, default: null })
  employeeId!: string | null;

  @prop({ type: () => String, default: null, maxlength: 256 })
  employeeNumber!: string | null;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => Number, default: null })
  similarity!: number | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  quality!: AttemptQuality | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  pad!: AttemptPad | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  liveness!: AttemptLiveness | null;

  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  operatingPoint!: AttemptOperatingPoint | null;

  @prop({ type: () => String, default: null })
  modelId!: string | null;

  @prop({ type: () => String, required: true, enum: ATTENDANCE_SOURCES })
  source!: AttendanceSource;

  @prop({ type: () => ActorRefDocument, required: true })
  actor!: ActorRefDocument;

  @prop({ type: () => String, default: null })
  deviceId!: string | null;

  @prop({ type: () => String, default: null })
  requestId!: string | null;

  @prop({ type: () => Date, required: true })
  at!: Date;
}
