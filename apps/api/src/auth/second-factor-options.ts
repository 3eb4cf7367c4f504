import type { TwoFactorOptions } from 'better-auth/plugins/two-factor';
import { STEP_SECONDS } from './second-factor-codes.js';

/** Also the name under which authenticator apps list the account. */
const ISSUER = 'Rollcall';
/** How long somebody has for the code after the password, seconds. */
const CHALLENGE_SECONDS = 10 * 60;

export const SECOND_FACTOR_OPTIONS: TwoFactorOptions = {
  issuer: ISSUER,
  twoFactorTable: 'authTwoFactors',
  twoFactorCookieMaxAge: CHALLENGE_SECONDS,
  totpOptions: { period: STEP_SECONDS, digits: 6 },
  backupCodeOptions: { amount: 10, length: 10, storeBackupCodes: 'encrypted' },
  // It would let whoever knows the password keep its owner out; our throttle slows down instead.
  accountLockout: { enabled: false },
};
