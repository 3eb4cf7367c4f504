import type { FileColumn } from '../file-source.js';
import type { Wording } from './wording.js';

/** A column of one date, in a muster. */
export const isDateKey = (key: string): boolean => /^\d{4}-\d\d-\d\d$/.test(key);

/** What people read above a column: dates stay as they are, a key without words shows itself. */
export function headingIn({ headings }: Wording, { key, heading }: FileColumn): string {
  return heading ?? (isDateKey(key) ? key : (headings[key] ?? key));
}
