import { assertNever, DAY_STATUSES } from '@rollcall/contracts';
import { durationText } from '../duration-text.js';
import type { FileColumn } from '../file-source.js';
import { isDateKey } from '../wording/heading.js';
import { isStatus, wordOf } from '../wording/word-of.js';
import type { Wording } from '../wording/wording.js';

/** What a page shows of a value: codes in words of the language, minutes as h:mm. */
export function pdfCell(value: string | number | null, column: FileColumn, wording: Wording): string {
  if (value === null) return '';
  switch (column.type) {
    case 'MINUTES':
      return durationText(Number(value));
    case 'HOURS':
      return Number(value).toFixed(2).replace('.', wording.decimalSign);
    case 'DATETIME':
      return String(value).slice(0, 16).replace('T', ' ');
    case 'TEXT':
      return textOf(String(value), column, wording);
    case 'DATE':
    case 'COUNT':
    case 'PERCENT':
      return String(value);
    default:
      return assertNever(column.type);
  }
}

function textOf(value: string, column: FileColumn, wording: Wording): string {
  const { statuses } = wording;
  if (!isDateKey(column.key)) return wordOf(value, column, wording);
  return value
    .split(' ')
    .map((word) => (isStatus(word) ? statuses[word].code : word))
    .join('/');
}

/** The meaning of the letters in a muster. */
export const legendOf = ({ statuses }: Wording): string =>
  DAY_STATUSES.map((status) => `${statuses[status].code} = ${statuses[status].text}`).join('   ');
