import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.js';

/** SHA-256 over the canonical form of an input, hex: the same content gives the same hash, whatever the order of its fields. */
export const hashInput = (input: unknown): string => createHash('sha256').update(canonicalJson(input)).digest('hex');
