import { LIMITS, LIVENESS_ACTIONS, type LivenessAction } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('livenessChallenges')
@index({ frameHashes: 1 }, { name: 'challenge_by_frame' }) // wereSeen
@index({ deleteAt: 1 }, { name: 'challenge_expiry', expireAfterSeconds: 0 })
export class LivenessChallengeDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => ActorRefDocument, required: true })
  actor!: ActorRefDocument;

  @prop({ type: () => String, default: null })
  subject!: string | null;

  @prop({ type: () => [String], required: true, enum: LIVENESS_ACTIONS })
  actions!: LivenessAction[];

  @prop({ type: () => Date, required: true })
  issuedAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => String, default: null, maxlength: 512 })
  usedBy!: string | null;

  @prop({
    type: () => [String],
    required: true,
    validate: (hashes: string[]) => hashes.length <= LIMITS.maxVerificationFrames,
  })
  frameHashes!: string[];

  @prop({ type: () => Date, required: true })
  deleteAt!: Date;
}
