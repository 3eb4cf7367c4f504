export type KeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Whether a key works at an instant (ISO 8601), as the server decides. */
export function keyState(
  key: { readonly revokedAt?: string | null; readonly expiresAt?: string | null },
  now: string,
): KeyState {
  if (key.revokedAt) return 'REVOKED';
  return key.expiresAt && Date.parse(key.expiresAt) <= Date.parse(now) ? 'EXPIRED' : 'ACTIVE';
}
