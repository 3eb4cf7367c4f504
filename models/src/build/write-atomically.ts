import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that others see all of it or nothing: first under another name in `temporaryDir`, which must be on
 * the same disk, then renamed. Two builds at the same time each write their own copy; the last one stays.
 */
export async function writeAtomically(file: string, bytes: Uint8Array, temporaryDir: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await mkdir(temporaryDir, { recursive: true });
  const temporary = path.join(temporaryDir, `writing-${randomUUID()}`);
  try {
    await writeFile(temporary, bytes, { flush: true });
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
