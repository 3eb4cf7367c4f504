import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** HMAC-SHA256 (RFC 2104), hex. The first part names the use, so that no value of one use is valid in another. */
function hmac(key: Buffer, use: string, ...parts: readonly (string | number)[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([use, ...parts]), 'utf8')
    .digest('hex');
}

/** Fields that are added around the content and therefore not part of it. */
const CHAIN_FIELDS = new Set(['mac', 'isPending', 'sequence', 'previous', 'chain', 'sealedAt']);

/** What an entry says: every stored field that is not the chain's own, known or not. */
export function entryContent(document: object): string {
  return canonicalJson(Object.fromEntries(Object.entries(document).filter(([field]) => !CHAIN_FIELDS.has(field))));
}

/** Code of the content alone: there from the moment of insertion. */
export const entryMac = (key: Buffer, document: object): string =>
  hmac(key, 'rollcall.audit.entry.v1', entryContent(document));

export const GENESIS = 'genesis';

/** The link: place, former link, content and time of sealing. */
export function chainLink(
  key: Buffer,
  link: { sequence: number; previous: string; mac: string; sealedAt: Date },
): string {
  return hmac(key, 'rollcall.audit.chain.v1', link.sequence, link.previous, link.mac, link.sealedAt.toISOString());
}

export const headMac = (key: Buffer, sequence: number, chain: string): string =>
  hmac(key, 'rollcall.audit.head.v1', sequence, chain);

/** Constant-time comparison of two hex codes; false for anything else. */
export function isSameCode(a: unknown, b: string): boolean {
  if (typeof a !== 'string' || a.length !== b.length) return false;
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
