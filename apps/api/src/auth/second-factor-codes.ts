import { createOTP } from '@better-auth/utils/otp';

/** How long one code stands, as authenticator apps expect it (RFC 6238). */
export const STEP_SECONDS = 30;
/** Codes of this many steps before and after the present one count, because clocks differ. The sign-in library takes as many. */
const STEPS_AROUND = 1;

/**
 * The time step whose code this is; null if it is none of those that count now.
 *
 * @param secret as the app has it, decrypted
 * @param at milliseconds since 1970
 */
export async function stepOfCode(secret: string, code: string, at: number): Promise<number | null> {
  const present = Math.floor(at / 1000 / STEP_SECONDS);
  for (let step = present - STEPS_AROUND; step <= present + STEPS_AROUND; step += 1) {
    if ((await createOTP(secret, { period: STEP_SECONDS }).hotp(step)) === code) return step;
  }
  return null;
}
