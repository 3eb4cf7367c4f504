import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { decodeImage } from '../../image/decode-image.js';

const PHOTO = /\.(jpe?g|png|webp)$/i;

/**
 * Paths of at most `limit` photos, evenly spread over the sorted list, so that a run can be repeated. Of those, files that
 * cannot be read and photos that the engine would refuse for their size or damage are left out.
 *
 * @throws RangeError if the folder is not there or cannot be read
 */
export async function choosePhotos(folder: string, limit: number): Promise<string[]> {
  const names = namesIn(folder)
    .filter((name) => PHOTO.test(name))
    .sort();
  const step = Math.max(1, names.length / limit);
  const chosen = Array.from({ length: Math.min(limit, names.length) }, (_, i) => names[Math.floor(i * step)]);
  const usable: string[] = [];
  for (const name of chosen) {
    const path = resolve(folder, name);
    if (await isUsable(path)) usable.push(path);
  }
  return usable;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const problem = isMissing ? 'There is no such folder.' : 'The folder cannot be read.';
    throw new RangeError(`${basename(folder)}: ${problem}`, { cause });
  }
}

async function isUsable(path: string): Promise<boolean> {
  try {
    await decodeImage(await readFile(path));
    return true;
  } catch {
    return false;
  }
}
