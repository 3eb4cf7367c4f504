import {
  ASSURANCE_LEVELS,
  type AssuranceLevel,
  ATTENDANCE_KINDS,
  ATTENDANCE_SOURCES,
  type AttendanceKind,
  type AttendanceSource,
} from '@rollcall/contracts';
import { index, mongoose, prop } from '@typegoose/typegoose';
import type { CheckInFacts } from '../entities/attendance-event.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { appendOnly } from './append-only.js';
import { LOCAL_DATE, stored } from './document-options.js';

@appendOnly()
@stored('attendanceEvents')
@index({ employeeId: 1, at: 1, kind: 1, source: 1 }, { unique: true, name: 'event_once' }) // duplicates by construction; listByEmployee, findLatest
@index(
  { attemptId: 1 },
  { unique: true, name: 'event_of_attempt', partialFilterExpression: { attemptId: { $type: 'string' } } },
)
@index(
  { replacesEventId: 1 },
  { unique: true, name: 'event_replaced_once', partialFilterExpression: { replacesEventId: { $type: 'string' } } },
)
@index({ at: -1, _id: -1 }, { name: 'event_by_time' }) // list, newest first
@index({ siteId: 1, at: -1, _id: -1 }, { name: 'event_of_site' }) // list of one site
@index({ employeeId: 1, at: -1, _id: -1 }, { name: 'event_of_employee' }) // list of one person
@index(
  { importId: 1, employeeId: 1, localDate: 1 },
  { name: 'event_of_import', partialFilterExpression: { importId: { $type: 'string' } } }, // listImportedDays
)
export class AttendanceEventDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  employeeId!: string;

  @prop({ type: () => String, default: null })
  siteId!: string | null;

  @prop({ type: () => String, required: true, enum: ATTENDANCE_KINDS })
  kind!: AttendanceKind;

  @prop({ type: () => Date, required: true })
  at!: Date;

  @prop({ type: () => String, required: true })
  timeZone!: string;

  @prop({ type: () => String, required: true, match: LOCAL_DATE })
  localDate!: string;

  @prop({ type: () => String, required: true, enum: ATTENDANCE_SOURCES })
  source!: AttendanceSource;

  @prop({ type: () => String, required: true, enum: ASSURANCE_LEVELS })
  assurance!: AssuranceLevel;

  @prop({ type: () => String, default: null })
  attemptId!: string | null;

  @prop({ type: () => String, default: null })
  deviceId!: string | null;

  @prop({ type: () => String, default: null })
  replacesEventId!: string | null;

  @prop({ type: () => Boolean, default: false })
  isVoid!: boolean;

  @prop({ type: () => Boolean, default: false })
  isRemote!: boolean;

  @prop({ type: () => Boolean, default: false })
  isOffline?: boolean | null;

  @prop({ type: () => String, default: null, maxlength: 64 })
  costCentre!: string | null;

  @prop({ type: () => String, default: null })
  importId?: string | null;
  @prop({ type: () => mongoose.Schema.Types.Mixed, default: null })
  checkIn?: CheckInFacts | null;

  @prop({ type: () => ActorRefDocument, required: true })
  actor!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  recordedAt!: Date;
}
