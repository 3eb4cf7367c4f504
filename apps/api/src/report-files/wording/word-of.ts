import { DAY_STATUSES, type DayStatus } from '@rollcall/contracts';
import type { FileColumn } from '../file-source.js';
import { isDateKey } from './heading.js';
import type { Wording } from './wording.js';

/**
 * What people read in a column of text: words in place of codes, and whatever is no code as it is. A column that has its heading
 * from another program has codes for it, too.
 */
export function wordOf(value: string, { key, heading }: FileColumn, wording: Wording): string {
  if (heading !== undefined) return value;
  const { statuses, words, listSeparator } = wording;
  if (key === 'status' || isDateKey(key)) {
    const codes = value.split(' ');
    return codes.every(isStatus) ? codes.map((code) => statuses[code].text).join(listSeparator) : value;
  }
  const known = words[key];
  if (known === undefined) return value;
  if (key !== 'flags') return known[value] ?? value;
  return value
    .split(' ')
    .map((code) => known[code] ?? code)
    .join(listSeparator);
}

export const isStatus = (word: string): word is DayStatus => (DAY_STATUSES as readonly string[]).includes(word);
