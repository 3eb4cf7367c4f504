import { prop } from '@typegoose/typegoose';
import { embedded, stored } from './document-options.js';

@embedded()
export class ThrottleCounterDocument {
  @prop({ type: () => Number, required: true, min: 0 })
  failures!: number;

  @prop({ type: () => Date, default: null })
  pausedUntil!: Date | null;

  /** Attempts under way: start times, so that one that never ended stops counting. */
  @prop({ type: () => [Date], required: true })
  pending!: Date[];

  @prop({ type: () => Date, required: true })
  changedAt!: Date;
}

@embedded()
export class DeviceThrottleDocument extends ThrottleCounterDocument {
  @prop({ type: () => String, required: true })
  deviceKey!: string;
}

/** One document per person (`_id` = employee id): both counters change in one atomic write. Found by `_id` only. */
@stored('faceThrottles')
export class FaceThrottleDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** Changes with each write: compare and swap. */
  @prop({ type: () => Number, required: true })
  revision!: number;

  @prop({ type: () => Date, default: null })
  lockedAt!: Date | null;

  @prop({ type: () => ThrottleCounterDocument, required: true })
  person!: ThrottleCounterDocument;

  @prop({ type: () => [DeviceThrottleDocument], required: true })
  devices!: DeviceThrottleDocument[];
}
