import { createHash } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import type { Response } from 'express';

/** Notes what the body of this request was signed to be. It has not been read yet. */
export function expectBody(response: Response, sha256: string): void {
  response.locals.signedBody = sha256;
}

/** @throws DomainError UNAUTHENTICATED if another body was signed; nothing for requests that are not signed */
export function checkBody(response: Response, bytes: Uint8Array): void {
  const expected: unknown = response.locals.signedBody;
  if (expected === undefined) return;
  if (createHash('sha256').update(bytes).digest('hex') !== expected) throw new DomainError('UNAUTHENTICATED');
}
