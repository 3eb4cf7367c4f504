import { randomInt } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import type { SecondFactor } from '@rollcall/db';
import type { Auth } from './auth.js';
import { hashPassword } from './password-hash.js';
import { recoveryCodesOf } from './second-factor-records.js';
import { SINGLE_SIGN_ON_ID } from './single-sign-on.js';

/** Without characters that are mistaken for each other on paper; 20 of these 31 are 99 bits. */
const PASSWORD_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GENERATED_LENGTH = 20;

export function generatePassword(): string {
  const characters = Array.from(
    { length: GENERATED_LENGTH },
    () => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)],
  );
  return characters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly siteIds?: readonly string[];
  readonly departmentIds?: readonly string[];
  readonly employeeId?: string;
}

/** What the rest of the API needs of the sign-in library. */
export interface AccountStore {
  /** See `createAccount`. */
  create(account: NewAccount): Promise<string | null>;
  setPassword(userId: string, password: string): Promise<void>;
  /** Whether the person signed in through the organisation at least once. */
  usesSingleSignOn(userId: string): Promise<boolean>;
  /** How many recovery codes are left. */
  countRecoveryCodes(record: SecondFactor): Promise<number>;
}

export const accountStore = (auth: Auth): AccountStore => ({
  create: (account) => createAccount(auth, account),
  setPassword: async (userId, password) => {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.updatePassword(userId, await hashPassword(password));
  },
  usesSingleSignOn: async (userId) => {
    const accounts = await (await auth.$context).internalAdapter.findAccounts(userId);
    return accounts.some(({ providerId }) => providerId === SINGLE_SIGN_ON_ID);
  },
  countRecoveryCodes: async (record) => (await recoveryCodesOf(record, (await auth.$context).secretConfig)).length,
});

/**
 * Makes an account that can sign in. The password is stored as a hash only.
 *
 * @returns its id, or null if the address is taken
 */
export async function createAccount(auth: Auth, account: NewAccount): Promise<string | null> {
  const { internalAdapter } = await auth.$context;
  const email = account.email.toLowerCase();
  if ((await internalAdapter.findUserByEmail(email)) !== null) return null;
  const user = await internalAdapter.createUser(
    {
      email,
      name: account.name,
      emailVerified: true,
      roles: [...account.roles],
      ...(account.siteIds === undefined ? {} : { siteIds: [...account.siteIds] }),
      ...(account.departmentIds === undefined ? {} : { departmentIds: [...account.departmentIds] }),
      ...(account.employeeId === undefined ? {} : { employeeId: account.employeeId }),
    },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await hashPassword(account.password),
  });
  return user.id;
}
