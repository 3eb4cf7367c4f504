import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

export interface SecretToken {
  /** Goes into the link, and nowhere else. */
  readonly token: string;
  /** SHA-256 in hex: what is kept. 256 random bits need no slow hash. */
  readonly tokenHash: string;
}

export function newSecretToken(): SecretToken {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token stands behind `#`: a browser sends that part to nobody, so it is in no log. */
export function secretLink(publicUrl: string, page: string, token: string): string {
  return `${new URL(page, publicUrl).href}#${token}`;
}
