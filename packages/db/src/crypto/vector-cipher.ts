import { endianness } from 'node:os';
import type { SealedDocument } from '../models/sealed.model.js';
import { associatedData, seal, unseal } from './aead.js';
import type { DataKey } from './key-store.js';

const FORMAT = 1;

/** Where a vector belongs; sealed with it, so that it opens nowhere else. */
export interface VectorPlace {
  readonly templateId: string;
  readonly employeeId: string;
  readonly consentId: string;
  readonly modelId: string;
}

const placeOf = (place: VectorPlace, keyId: string): Buffer =>
  associatedData('rollcall.template.v1', place.employeeId, place.templateId, place.modelId, place.consentId, keyId);

/** 32-bit floats, little endian, whatever the machine. */
function toBytes(vector: Float32Array): Buffer {
  const bytes = Buffer.from(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
  return endianness() === 'BE' ? bytes.swap32() : bytes;
}

function fromBytes(bytes: Buffer): Float32Array {
  const copy = Buffer.from(bytes);
  if (endianness() === 'BE') copy.swap32();
  return new Float32Array(new Uint8Array(copy).buffer);
}

export function sealVector(dataKey: DataKey, vector: Float32Array, place: VectorPlace): SealedDocument {
  return { format: FORMAT, keyId: dataKey.id, ...seal(dataKey.key, toBytes(vector), placeOf(place, dataKey.id)) };
}

/** @throws DomainError INTERNAL_SERVER_ERROR if it was changed, moved to another place, or sealed by another key */
export function openVector(key: Buffer, sealed: SealedDocument, place: VectorPlace): Float32Array {
  return fromBytes(unseal(key, sealed, placeOf(place, sealed.keyId)));
}
