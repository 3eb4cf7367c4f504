import { assertNever, DAY_STATUSES, type DayStatus } from '@rollcall/contracts';
import { durationText } from '../duration-text.js';
import type { FileColumn } from '../file-source.js';
import { isDateKey } from '../wording/heading.js';
import type { Wording } from '../wording/wording.js';

/** What a page shows of a value: statuses in words of the language, minutes as h:mm. */
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
      return textOf(String(value), column.key, wording);
    case 'DATE':
    case 'COUNT':
    case 'PERCENT':
      return String(value);
    default:
      return assertNever(column.type);
  }
}

function textOf(value: string, key: string, { statuses }: Wording): string {
  const codeOf = (word: string) => (isStatus(word) ? statuses[word].code : word);
  if (isDateKey(key)) return value.split(' ').map(codeOf).join('/');
  return key === 'status' && isStatus(value) ? statuses[value].text : value;
}

const isStatus = (word: string): word is DayStatus => (DAY_STATUSES as readonly string[]).includes(word);

/** The meaning of the letters in a muster. */
export const legendOf = ({ statuses }: Wording): string =>
  DAY_STATUSES.map((status) => `${statuses[status].code} = ${statuses[status].text}`).join('   ');
