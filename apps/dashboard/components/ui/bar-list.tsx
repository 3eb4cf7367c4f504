import { useFormatter } from 'next-intl';
import classes from './bar-list.module.css';

export interface BarListRow {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** How often each of several things came, as bars with their figures; the words and figures stand beside the bars. */
export function BarList({ label, rows }: { readonly label: string; readonly rows: readonly BarListRow[] }) {
  const format = useFormatter();
  const highest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map(({ id, label: name, count }) => (
        <li key={id} className={classes.row}>
          <span className={classes.words}>
            <span>{name}</span>
            <span className={classes.count}>{format.number(count)}</span>
          </span>
          <span className={classes.track} aria-hidden="true">
            <span style={{ width: `${(count / highest) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
