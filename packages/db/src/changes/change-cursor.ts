import { DomainError } from '@rollcall/contracts';

/** The resume token of MongoDB: hexadecimal, and in the order of the changes when compared as text. */
export type ChangePosition = string;

const HEX = /^[0-9A-F]{2,2000}$/i;

const badCursor = (): DomainError => new DomainError('BAD_USER_INPUT', { details: { fields: ['after'] } });

/** Opaque to callers. Bound to its feed: a cursor of one is refused by another. */
export function encodeChangeCursor(feed: string, position: ChangePosition): string {
  return Buffer.from(JSON.stringify([feed, position])).toString('base64url');
}

/** @throws DomainError BAD_USER_INPUT if it is no cursor of that feed */
export function decodeChangeCursor(feed: string, cursor: string): ChangePosition {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  const [name, position] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (name !== feed || typeof position !== 'string' || !HEX.test(position)) throw badCursor();
  return position.toUpperCase();
}
