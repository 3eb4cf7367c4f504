import type { AttendanceKind } from '@rollcall/contracts';
import { inStore } from './kiosk-database';

/** Who somebody says they are at the kiosk. */
export type Who = { readonly employeeNumber: string } | { readonly badge: string };

/** What is kept of a mark that could not be sent, beside its photo. */
export interface KeptMark {
  /** The idempotency key: sent as often as need be, it is one mark. */
  readonly id: string;
  readonly who: Who;
  readonly kind: AttendanceKind;
  /** ISO 8601, the server's time as far as it was known. */
  readonly capturedAt: string;
}

interface StoredMark extends KeptMark {
  readonly vector: Uint8Array<ArrayBuffer>;
  readonly photo: ArrayBuffer;
}

/** More than an hour of a busy gate; a full disk would lose marks without a word. */
export const MAX_KEPT = 500;
const VECTOR_BYTES = 12;
const KEY_ID = 'photo-key';

/** Photos lie encrypted (AES-256-GCM), bound to what is kept beside them. The key cannot be read out by a script. */
async function photoKey(): Promise<CryptoKey> {
  const found = await inStore<{ key: CryptoKey } | undefined>('identity', 'readonly', (store) => store.get(KEY_ID));
  if (found) return found.key;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await inStore('identity', 'readwrite', (store) => store.put({ id: KEY_ID, key }));
  return key;
}

const boundTo = ({ id, who, kind, capturedAt }: KeptMark) =>
  new TextEncoder().encode(JSON.stringify([id, who, kind, capturedAt]));

/** Resolves when the mark is stored. @throws Error if there is no room, or the browser cannot store */
export async function keepMark(mark: KeptMark, photo: Blob): Promise<void> {
  if ((await listKept()).length >= MAX_KEPT) throw new Error('There is no room for more marks.');
  const vector = crypto.getRandomValues(new Uint8Array(VECTOR_BYTES));
  const how = { name: 'AES-GCM', iv: vector, additionalData: boundTo(mark) };
  const encrypted = await crypto.subtle.encrypt(how, await photoKey(), await photo.arrayBuffer());
  const stored: StoredMark = { ...mark, vector, photo: encrypted };
  await inStore('marks', 'readwrite', (store) => store.put(stored));
}

/** In the order of their capture. */
export async function listKept(): Promise<readonly KeptMark[]> {
  const marks = await inStore<StoredMark[]>('marks', 'readonly', (store) => store.getAll());
  return marks.sort((a, b) => a.capturedAt.localeCompare(b.capturedAt));
}

/** @throws Error if what is kept beside the photo was changed */
export async function photoOf(mark: KeptMark): Promise<Blob> {
  const { vector, photo } = mark as StoredMark;
  const how = { name: 'AES-GCM', iv: vector, additionalData: boundTo(mark) };
  return new Blob([await crypto.subtle.decrypt(how, await photoKey(), photo)], { type: 'image/jpeg' });
}

/** After the server has decided about it. */
export async function forgetMark(id: string): Promise<void> {
  await inStore('marks', 'readwrite', (store) => store.delete(id));
}
