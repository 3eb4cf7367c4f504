import { createHmac } from 'node:crypto';

export const SIGNATURE_HEADER = 'rollcall-signature';

/** `t=SECONDS,v1=HEX`: HMAC-SHA-256 over `SECONDS.BODY` with the secret as it was shown. */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${signature}`;
}
