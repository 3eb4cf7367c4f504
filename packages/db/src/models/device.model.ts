import { DEVICE_STATUSES, type DeviceStatus } from '@rollcall/contracts';
import { index, prop } from '@typegoose/typegoose';
import { stored, VersionedDocument } from './document-options.js';

@stored('devices')
@index({ nameKey: 1, _id: 1 }, { name: 'device_by_name' }) // list
@index({ siteId: 1, nameKey: 1, _id: 1 }, { name: 'device_of_site_by_name' }) // list of one site
@index(
  { serialNumber: 1 },
  { unique: true, name: 'device_serial_number', partialFilterExpression: { serialNumber: { $type: 'string' } } },
) // findBySerialNumber
@index(
  { pairingCodeHash: 1 },
  { unique: true, name: 'device_pairing_code', partialFilterExpression: { pairingCodeHash: { $type: 'string' } } },
) // pair
export class DeviceDocument extends VersionedDocument {
  @prop({ type: () => String, required: true, minlength: 1, maxlength: 200 })
  name!: string;

  @prop({ type: () => String, required: true })
  nameKey!: string;

  @prop({ type: () => String, required: true })
  siteId!: string;

  @prop({ type: () => String, required: true, enum: DEVICE_STATUSES })
  status!: DeviceStatus;

  @prop({ type: () => Date, required: true })
  activeFromAt!: Date;

  @prop({ type: () => Date, default: null })
  syncedThroughAt!: Date | null;

  @prop({ type: () => Date, default: null })
  lastSeenAt!: Date | null;

  @prop({ type: () => Number, default: null })
  clockOffsetMs!: number | null;

  @prop({ type: () => String, default: null, maxlength: 64 })
  serialNumber?: string | null;

  @prop({ type: () => String, default: null, maxlength: 64 })
  pushStamp?: string | null;

  @prop({ type: () => Date, default: null })
  quietSinceAt?: Date | null;

  @prop({ type: () => String, default: null, maxlength: 200 })
  publicKey?: string | null;

  @prop({ type: () => Date, default: null })
  pairedAt?: Date | null;

  /** Of the code that pairs it next; used up with it. */
  @prop({ type: () => String, default: null, match: /^[0-9a-f]{64}$/ })
  pairingCodeHash?: string | null;

  @prop({ type: () => Date, default: null })
  pairingExpiresAt?: Date | null;
}
