import { statfsSync } from 'node:fs';
import { ROOT } from './paths.mjs';
import { BootstrapError } from './say.mjs';

const GIB = 1024 ** 3;

/**
 * Free space asked for. Measured on Linux x64: dependencies 1.6 GB, build output with models and its cache below 1 GB,
 * the database's binary and first files 0.6 GB.
 */
export const DISK_NEEDED = { fresh: 4 * GIB, installed: 0.5 * GIB };

/**
 * @param {number} neededBytes
 * @param {(path: string) => { bavail: number, bsize: number }} [statfs] the real file system by default
 * @throws BootstrapError if the disk of the checkout has less
 */
export function checkDisk(neededBytes, statfs = statfsSync) {
  const { bavail, bsize } = statfs(ROOT);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  const gib = (bytes) => (bytes / GIB).toFixed(1);
  throw new BootstrapError(
    `The disk of this folder has ${gib(freeBytes)} GB free and ${gib(neededBytes)} GB are needed: free some space and run the same command again.`,
  );
}
