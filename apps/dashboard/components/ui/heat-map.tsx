import { useFormatter } from 'next-intl';
import type { CSSProperties } from 'react';
import classes from './heat-map.module.css';

export interface HeatMapRow {
  readonly id: string;
  readonly label: string;
  /** One count for each column, 0 or more. */
  readonly counts: readonly number[];
}

interface HeatMapProps {
  readonly label: string;
  /** What the rows are: the heading above their names. */
  readonly over: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatMapRow[];
}

/** From "a few" to "the most". */
const LEVELS = 4;

/** A table of counts whose cells are the darker the more there are; the figures stand in them, so the shade is an addition. */
export function HeatMap({ label, over, columns, rows }: HeatMapProps) {
  const format = useFormatter();
  const highest = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <table className={classes.table} aria-label={label} style={{ '--rows': rows.length } as CSSProperties}>
      <thead>
        <tr>
          {[over, ...columns].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label: name, counts }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {counts.map((count, i) => (
              <td key={columns[i]} data-level={Math.ceil((count / highest) * LEVELS)}>
                {format.number(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
