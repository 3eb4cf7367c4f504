import { index, prop } from '@typegoose/typegoose';
import { stored } from './document-options.js';

/** A key wrapped by the master key of that version. Lives in the key store's own database. */
@stored('dataKeys')
@index({ ownerId: 1 }, { unique: true, name: 'data_key_owner' }) // one active key per owner
@index({ masterKeyVersion: 1, _id: 1 }, { name: 'data_key_by_master_version' }) // rotation, resumable
export class DataKeyDocument {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** `employee:<id>` or `system:<purpose>`. */
  @prop({ type: () => String, required: true })
  ownerId!: string;

  @prop({ type: () => Number, required: true })
  masterKeyVersion!: number;

  @prop({ type: () => Buffer, required: true })
  iv!: Buffer;

  @prop({ type: () => Buffer, required: true })
  tag!: Buffer;

  @prop({ type: () => Buffer, required: true })
  ciphertext!: Buffer;

  @prop({ type: () => Date, required: true })
  createdAt!: Date;
}

/** Erasure ledger: which people were erased, with a key or without. A restored backup is erased again by it. */
@stored('erasedEmployees')
export class ErasedEmployeeDocument {
  /** Id of the employee; found by it, or all are read. */
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Date, required: true })
  erasedAt!: Date;
}

/** Erasure ledger: which keys were destroyed and when, so that a restored backup can be erased again. */
@stored('erasedKeys')
@index({ ownerId: 1, erasedAt: 1 }, { name: 'erased_key_owner' }) // listErasures
export class ErasedKeyDocument {
  /** Id of the destroyed data key. */
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => String, required: true })
  ownerId!: string;

  @prop({ type: () => Date, required: true })
  erasedAt!: Date;
}
