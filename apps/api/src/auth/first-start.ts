import type { Database } from '@rollcall/db';
import { createAccount, generatePassword } from './accounts.js';
import type { Auth } from './auth.js';
import { hasOwner } from './auth-indexes.js';

export interface FirstOwner {
  readonly email: string;
  /** Only if it was generated: this is the one moment it is known. */
  readonly password?: string;
}

/** Makes the first administrator if there is none. Null if there is one already. */
export async function createFirstOwner(
  auth: Auth,
  database: Database['nativeDb'],
  wanted: { readonly email: string; readonly password: string | undefined },
): Promise<FirstOwner | null> {
  if (await hasOwner(database)) return null;
  const password = wanted.password ?? generatePassword();
  const email = wanted.email.toLowerCase();
  const id = await createAccount(auth, { email, name: 'Administrator', password, roles: ['OWNER'] });
  if (id === null) return null;
  return wanted.password === undefined ? { email, password } : { email };
}
