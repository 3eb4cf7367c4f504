import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError } from './exit-codes.js';

/**
 * Looks whether reports can be written into a folder, which may have to be made first, before minutes are spent on them.
 * Makes nothing.
 *
 * @throws CliError if not
 */
export async function assertReportFolder(folder: string): Promise<void> {
  const there = await nearest(resolve(folder));
  if (!(await stat(there)).isDirectory()) throw new CliError(`${there} is a file. Name a folder for the reports.`);
  await access(there, constants.W_OK).catch((cause: unknown) => {
    throw new CliError(`You may not write into ${there}. Name another folder for the reports.`, { cause });
  });
}

/** The path itself, or the nearest of the folders above it that exists. */
async function nearest(path: string): Promise<string> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  return exists || dirname(path) === path ? path : nearest(dirname(path));
}
