import type { SealedDocument } from '../models/sealed.model.js';
import { associatedData, seal, unseal } from './aead.js';
import type { DataKey } from './key-store.js';

const FORMAT = 1;

/** Where a photo belongs; sealed with it, so that it opens nowhere else. */
export interface PhotoPlace {
  readonly photoId: string;
  readonly kind: string;
  readonly employeeId: string;
  readonly consentId: string;
}

const placeOf = ({ photoId, kind, employeeId, consentId }: PhotoPlace, keyId: string): Buffer =>
  associatedData('rollcall.photo.v1', employeeId, photoId, kind, consentId, keyId);

export function sealPhoto(dataKey: DataKey, jpeg: Uint8Array, place: PhotoPlace): SealedDocument {
  return { format: FORMAT, keyId: dataKey.id, ...seal(dataKey.key, jpeg, placeOf(place, dataKey.id)) };
}

/** @throws DomainError INTERNAL_SERVER_ERROR if it was changed, moved to another place, or sealed by another key */
export function openPhoto(key: Buffer, sealed: SealedDocument, place: PhotoPlace): Buffer {
  return unseal(key, sealed, placeOf(place, sealed.keyId));
}
