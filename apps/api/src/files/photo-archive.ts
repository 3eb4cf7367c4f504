import path from 'node:path';
import { DomainError, LIMITS } from '@rollcall/contracts';
import { numberKey } from '@rollcall/db';
import { readAll } from './byte-source.js';
import type { ZipEntry } from './zip-archive.js';

/** A photo of the archive that belongs to nobody. */
export interface StrayPhoto {
  readonly fileName: string;
}

export interface SortedPhotos {
  /** By folded employee number, in the order of their names. */
  readonly photos: ReadonlyMap<string, readonly ZipEntry[]>;
  readonly strays: readonly StrayPhoto[];
}

const MIB = 1024 * 1024;
export const PHOTO_ARCHIVE_LIMITS = { maxEntries: 50_000, maxEntryBytes: 64 * MIB, maxTotalBytes: 8_192 * MIB };
const PHOTO = /\.(jpe?g|png|webp)$/i;

export const isPhoto = (name: string): boolean => PHOTO.test(name);

/**
 * Whose photo is it? A photo is named after the employee number: `17.jpg`, or `17_1.jpg`, `17_2.jpg` for several; folders do
 * not count.
 */
export function sortPhotos(entries: readonly ZipEntry[], numbers: Iterable<string>): SortedPhotos {
  const keys = new Set([...numbers].map(numberKey));
  const photos = new Map<string, ZipEntry[]>();
  const strays: StrayPhoto[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const fileName = path.posix.basename(entry.name);
    const whole = numberKey(fileName.replace(PHOTO, ''));
    const owner = [whole, whole.replace(/[_-]\d{1,2}$/, '')].find((key) => keys.has(key));
    if (owner === undefined) strays.push({ fileName });
    else photos.set(owner, [...(photos.get(owner) ?? []), entry]);
  }
  return { photos, strays };
}

/** The bytes of a photo. @throws DomainError IMAGE_TOO_LARGE before anything is unpacked; BAD_USER_INPUT damaged */
export async function readPhoto(entry: ZipEntry): Promise<Buffer> {
  if (entry.byteLength > LIMITS.maxImageBytes) throw new DomainError('IMAGE_TOO_LARGE');
  return readAll(await entry.open());
}
