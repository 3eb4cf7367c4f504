import type { Database } from '@rollcall/db';
import { AUTH_COLLECTIONS } from './auth.js';

/** The sign-in library makes no indexes of its own: without these, two sign-ups at once make two people with one address. */
export async function ensureAuthIndexes(database: Database['nativeDb']): Promise<void> {
  const { user, session, account, verification, secondFactor, passkey } = AUTH_COLLECTIONS;
  await database.collection(user).createIndex({ email: 1 }, { unique: true, name: 'user_email' });
  await database.collection(session).createIndex({ token: 1 }, { unique: true, name: 'session_token' });
  await database.collection(session).createIndex({ userId: 1 }, { name: 'session_of_user' });
  await database.collection(session).createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'session_expiry' });
  await database
    .collection(account)
    .createIndex({ providerId: 1, accountId: 1 }, { unique: true, name: 'account_subject' });
  await database.collection(secondFactor).createIndex({ userId: 1 }, { unique: true, name: 'second_factor_of_user' });
  await database.collection(passkey).createIndex({ credentialID: 1 }, { unique: true, name: 'passkey_credential' });
  await database.collection(passkey).createIndex({ userId: 1 }, { name: 'passkey_of_user' });
  await database.collection(account).createIndex({ userId: 1 }, { name: 'account_of_user' });
  await database
    .collection(verification)
    .createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0, name: 'verification_expiry' });
}

export async function hasOwner(database: Database['nativeDb']): Promise<boolean> {
  return (
    (await database.collection(AUTH_COLLECTIONS.user).findOne({ roles: 'OWNER' }, { projection: { _id: 1 } })) !== null
  );
}
