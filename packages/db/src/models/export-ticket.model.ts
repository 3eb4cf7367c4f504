import { index, mongoose, prop } from '@typegoose/typegoose';
import type { JsonObject } from '../entities/audit-entry.js';
import { ActorRefDocument } from './actor-ref.model.js';
import { stored } from './document-options.js';

@stored('exportTickets')
@index({ tokenHash: 1 }, { unique: true, name: 'ticket_by_token' }) // take
@index({ expiresAt: 1 }, { name: 'ticket_expiry', expireAfterSeconds: 0 })
export class ExportTicketDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  tokenHash!: string;

  @prop({ type: () => mongoose.Schema.Types.Mixed, required: true })
  request!: JsonObject;

  @prop({ type: () => ActorRefDocument, required: true })
  actor!: ActorRefDocument;

  @prop({ type: () => [String], default: null })
  siteIds!: string[] | null;

  @prop({ type: () => [String] })
  departmentIds?: string[];

  @prop({ type: () => Date, required: true })
  createdAt!: Date;

  @prop({ type: () => Date, required: true })
  expiresAt!: Date;
}
