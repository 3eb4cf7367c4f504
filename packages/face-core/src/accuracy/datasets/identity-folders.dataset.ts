import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DatasetError } from './dataset-error.js';
import type { PairDataset } from './photo-set.js';

const PHOTO = /\.(jpe?g|png|webp)$/i;

/**
 * Reads a folder with one folder a person and their photos inside (JPEG, PNG, WebP; deeper folders and other files are
 * left out). Every photo may be compared with every other.
 *
 * @throws DatasetError if there is no such folder or it holds fewer than two people with photos
 */
export function readIdentityFolders(root: string): PairDataset {
  const name = basename(resolve(root));
  if (!(statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false))
    throw DatasetError.of(name, 'There is no such folder.');
  const names: string[] = [];
  const subjects: number[] = [];
  let subjectCount = 0;
  for (const person of foldersIn(root)) {
    const photos = photosIn(join(root, person));
    for (const photo of photos) {
      names.push(`${person}/${photo}`);
      subjects.push(subjectCount);
    }
    if (photos.length > 0) subjectCount += 1;
  }
  if (subjectCount < 2)
    throw DatasetError.of(name, `Expected a folder for each of at least two people; found photos of ${subjectCount}.`);
  return {
    name,
    photos: { names, root, subjects: Uint32Array.from(subjects), subjectCount },
    pairs: null,
    warnings: [],
  };
}

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function photosIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && PHOTO.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}
