import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import type { HookContext } from './auth-hooks.js';

export type PasskeyAction = 'PASSKEY_ADDED' | 'PASSKEY_REMOVED';

const ADD = '/passkey/verify-registration';
const REMOVE = '/passkey/delete-passkey';

/**
 * Sign-in with a key that never leaves a phone, computer or stick. The authenticator checks its owner (PIN, fingerprint), so it
 * stands for password and code together.
 *
 * @param publicUrl where the dashboard is served; its host name is what keys are bound to
 * @param collection where public keys are kept
 */
export function passkeys(publicUrl: string, origins: readonly string[], collection: string) {
  return passkey({
    rpID: new URL(publicUrl).hostname,
    rpName: 'Rollcall',
    origin: [...origins],
    schema: { passkey: { modelName: collection } },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    // The library asks for the check of the owner and does not insist on it.
    registration: {
      afterVerification: ({ verification }) => requireCheckedOwner(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => requireCheckedOwner(verification.authenticationInfo.userVerified),
    },
  });
}

async function requireCheckedOwner(isChecked: boolean | undefined): Promise<void> {
  if (isChecked !== true)
    throw new APIError('UNAUTHORIZED', { code: 'OWNER_NOT_CHECKED', message: 'The key did not check its owner.' });
}

/** @throws APIError BAD_REQUEST: adding a key is no way to get a session */
export function refuseSessionWithKey(context: HookContext): void {
  const body = (context.body ?? {}) as Readonly<Record<string, unknown>>;
  if (context.path === ADD && body.createSession !== undefined)
    throw new APIError('BAD_REQUEST', { code: 'BAD_USER_INPUT', message: 'A key is added, nothing else.' });
}

/** Notes a key that came or went. */
export async function witnessPasskeys(
  context: HookContext,
  witness: (action: PasskeyAction, userId: string) => Promise<void>,
): Promise<void> {
  const action = context.path === ADD ? 'PASSKEY_ADDED' : context.path === REMOVE ? 'PASSKEY_REMOVED' : null;
  const { returned } = context.context as { returned?: unknown };
  const userId = context.context.session?.user.id;
  if (action !== null && userId !== undefined && !(returned instanceof APIError)) await witness(action, userId);
}
