import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateFile } from '../files/create-private-file.js';

export const EMBEDDED_USER = 'rollcall';

export interface Credentials {
  readonly password: string;
  /** `mongod` wants the replica set's key in a file that only its owner can read. */
  readonly keyFile: string;
  /** What is in it: also the password of the server's own internal user. */
  readonly key: string;
}

/** Makes the secrets of a new data directory, or reads those of an existing one. Files have mode 600. */
export async function loadCredentials(databaseDir: string): Promise<Credentials> {
  await mkdir(databaseDir, { recursive: true, mode: 0o700 });
  const keyFile = join(databaseDir, 'keyfile');
  const key = await readOrCreate(keyFile, () => randomBytes(384).toString('base64'));
  const password = await readOrCreate(join(databaseDir, 'password'), () => randomBytes(24).toString('base64url'));
  return { password, keyFile, key };
}

async function readOrCreate(file: string, make: () => string): Promise<string> {
  await createPrivateFile(file, make);
  return (await readFile(file, 'utf8')).trim();
}
