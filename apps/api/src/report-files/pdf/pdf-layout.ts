import { assertNever } from '@rollcall/contracts';
import type { FileColumn } from '../file-source.js';
import { isDateKey } from '../wording/heading.js';

/** A4 across, in points. */
export const PAGE = { width: 841.89, height: 595.28, margin: 30, footer: 24 } as const;
export const CELL_PADDING = 3;
/** More dates than a month has leave no room for letters. */
export const MAX_DATE_COLUMNS = 31;
const TABLE_WIDTH = PAGE.width - 2 * PAGE.margin;
const DATE_COLUMN_WIDTH = 17;
/** Columns that hold sentences or lists need more than one that holds a word. */
const TEXT_SHARES: Readonly<Record<string, number>> = { name: 3, detail: 3, flags: 5, kind: 3, payClass: 2.4 };

export interface PlacedColumn {
  readonly column: FileColumn;
  readonly x: number;
  readonly width: number;
}

/** Shares the width of the page out, in the reading direction of the language. */
export function placeColumns(columns: readonly FileColumn[], direction: 'LTR' | 'RTL'): readonly PlacedColumn[] {
  const dates = columns.filter(({ key }) => isDateKey(key)).length;
  const shared = TABLE_WIDTH - dates * DATE_COLUMN_WIDTH;
  const shares = columns.reduce((sum, column) => sum + shareOf(column), 0);
  let left: number = PAGE.margin;
  return columns.map((column) => {
    const width = isDateKey(column.key) ? DATE_COLUMN_WIDTH : (shared * shareOf(column)) / shares;
    const x = direction === 'LTR' ? left : PAGE.width - left - width;
    left += width;
    return { column, x, width };
  });
}

function shareOf({ key, type }: FileColumn): number {
  if (isDateKey(key)) return 0;
  switch (type) {
    case 'TEXT':
      return TEXT_SHARES[key] ?? 1.6;
    case 'DATETIME':
      return 2;
    case 'DATE':
      return 1.4;
    case 'MINUTES':
    case 'COUNT':
    case 'HOURS':
    case 'PERCENT':
      return 1.2;
    default:
      return assertNever(type);
  }
}
