'use client';

import { type ColumnDef, rowSortingFeature, type SortingState, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { ColumnHeading } from './column-heading';
import classes from './data-table.module.css';

const FEATURES = tableFeatures({ rowSortingFeature });

export interface Column<Row extends object> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isSortable?: boolean;
  /** Numbers and buttons stand at the end of their column. */
  readonly isAtEnd?: boolean;
  /** Left out where the window is too narrow for all columns and too wide for cards. */
  readonly isMinor?: boolean;
}

interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sorting?: SortingState;
  readonly onSortingChange?: (next: SortingState) => void;
}

const NO_SORTING: SortingState = [];

/**
 * A table whose rows come sorted and cut from the server. On narrow screens each row becomes a card; the roles are
 * spelled out because browsers drop them from cells that are not laid out as cells.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, sorting = NO_SORTING, onSortingChange } = props;
  const definitions = useMemo(() => columns.map((column) => toDefinition(column)), [columns]);
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (update) => onSortingChange?.(typeof update === 'function' ? update(sorting) : update),
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards */}
      <table className={classes.table} role="table" aria-label={label}>
        {/* biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards */}
        <thead role="rowgroup" className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            // biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards
            <tr key={group.id} role="row">
              {group.headers.map((header) => (
                <ColumnHeading
                  key={header.id}
                  label={byId.get(header.column.id)?.header ?? ''}
                  isAtEnd={byId.get(header.column.id)?.isAtEnd ?? false}
                  isMinor={byId.get(header.column.id)?.isMinor ?? false}
                  direction={header.column.getIsSorted()}
                  onToggle={header.column.getCanSort() ? () => header.column.toggleSorting() : null}
                />
              ))}
            </tr>
          ))}
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards */}
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards
            <tr key={row.id} role="row" className={classes.row}>
              {row.getAllCells().map((cell) => {
                const column = byId.get(cell.column.id);
                return (
                  <td
                    key={cell.id}
                    // biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards
                    role="cell"
                    data-label={column?.header}
                    data-end={column?.isAtEnd || undefined}
                    data-minor={column?.isMinor || undefined}
                  >
                    {column?.cell(row.original)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toDefinition<Row extends object>(column: Column<Row>): ColumnDef<typeof FEATURES, Row> {
  return {
    id: column.id,
    accessorFn: () => null,
    header: column.header,
    enableSorting: column.isSortable ?? false,
    sortDescFirst: false,
  };
}
