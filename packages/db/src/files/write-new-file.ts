import { randomUUID } from 'node:crypto';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that only its owner may read and that was not there before. It is written under another name beside it and gets
 * its own when it is whole and on the disk, so a broken-off one is never taken for it.
 *
 * @throws an error of the code EEXIST if there is a file of that name, which stays as it is
 */
export async function writeNewFile<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const draft = `${file}.${randomUUID()}.part`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    let written: T;
    try {
      written = await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await nameIt(draft, file);
    return written;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Disks without second names for a file, such as those of memory sticks. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Unlike renaming alone, this never takes the place of a file that is there. */
async function nameIt(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if (!NO_LINKS.has(String((error as NodeJS.ErrnoException).code))) throw error;
    const name = await open(file, 'wx', 0o600);
    await name.close();
    await rename(draft, file);
  }
}
