import { createOTP } from '@better-auth/utils/otp';
import { STEP_SECONDS } from '../../src/auth/second-factor-codes.js';

/** The code of the step that runs now, or of one beside it. */
export const codeAt = (secret: string, stepsFromNow = 0) =>
  createOTP(secret).hotp(Math.floor(Date.now() / 1000 / STEP_SECONDS) + stepsFromNow);

/** Apps read the secret in base 32. */
export function secretIn(totpUri: string): string {
  const text = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
