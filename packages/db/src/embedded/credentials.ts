import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const EMBEDDED_USER = 'rollcall';

export interface Credentials {
  readonly password: string;
  /** `mongod` wants the replica set's key in a file that only its owner can read. */
  readonly keyFile: string;
}

/** Makes the secrets of a new data directory, or reads those of an existing one. Files have mode 600. */
export async function loadCredentials(databaseDir: string): Promise<Credentials> {
  await mkdir(databaseDir, { recursive: true, mode: 0o700 });
  const keyFile = join(databaseDir, 'keyfile');
  await readOrCreate(keyFile, () => randomBytes(384).toString('base64'));
  const password = await readOrCreate(join(databaseDir, 'password'), () => randomBytes(24).toString('base64url'));
  return { password, keyFile };
}

/** `wx` makes two first starts at once agree on one secret. */
async function readOrCreate(file: string, make: () => string): Promise<string> {
  await writeFile(file, make(), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}
