import { hash, type Options, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, two passes, one lane: the smallest of the settings OWASP's password storage sheet calls
 * sufficient. The parameters stand in each hash, so raising them later leaves old passwords usable.
 */
const ARGON2ID = 2;
const OPTIONS: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS);
}

/** False for a wrong password and for a stored hash that is not one of ours. */
export async function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  try {
    return await verify(stored, password.normalize('NFKC'));
  } catch {
    return false;
  }
}
