import { ROLES, type Role } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('invitations')
@index({ tokenHash: 1 }, { unique: true, name: 'invitation_token' }) // findOpen, accept
@index({ email: 1 }, { name: 'invitation_of_address' }) // revokeOpen
@index({ createdAt: -1, _id: -1 }, { name: 'invitation_by_creation' }) // list
@index({ deleteAt: 1 }, { name: 'invitation_expiry', expireAfterSeconds: 0 })
export class InvitationDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true, match: /^[0-9a-f]{64}$/ })
  tokenHash!: string;

  @prop({ type: () => String, required: true, maxlength: 320 })
  email!: string;

  @prop({ type: () => [String], required: true, enum: ROLES })
  roles!: Role[];

  @prop({ type: () => [String], required: true })
  siteIds!: string[];

  @prop({ type: () => [String] })
  departmentIds?: string[];

  @prop({ type: () => String, default: null })
  employeeId!: string | null;

  @prop({ type: () => ActorRefDocument, required: true })
  invitedBy!: ActorRefDocument;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;

  @prop({ type: () => Date, default: null })
  acceptedAt!: Date | null;

  @prop({ type: () => Date, default: null })
  revokedAt!: Date | null;

  /** When the row goes. */
  @prop({ type: () => Date })
  deleteAt?: Date;
}
