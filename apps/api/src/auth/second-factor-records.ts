import type { SecondFactor, SecondFactorRepository } from '@rollcall/db';
import { symmetricDecrypt } from 'better-auth/crypto';
import { stepOfCode } from './second-factor-codes.js';

/** The key of the sign-in library, from its context. */
export type LibraryKey = Parameters<typeof symmetricDecrypt>[0]['key'];

/** The recovery codes that were not used yet. */
export async function recoveryCodesOf(record: SecondFactor, key: LibraryKey): Promise<readonly string[]> {
  return JSON.parse(await symmetricDecrypt({ key, data: record.recoveryCodes }));
}

/** Takes a code of the app: true once for each time step, and for none before the last one that was taken. */
export async function takeAppCode(
  records: SecondFactorRepository,
  record: SecondFactor,
  { code, key }: { readonly code: string; readonly key: LibraryKey },
): Promise<boolean> {
  const secret = await symmetricDecrypt({ key, data: record.secret });
  // The real clock, as in the sign-in library, which looks at the code a second time.
  const step = await stepOfCode(secret, code, Date.now());
  return step !== null && records.takeStep(record, step);
}
