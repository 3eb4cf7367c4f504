import classes from './filter-bar.module.css';
import { FilterDate } from './filter-date';

interface FilterDatesProps {
  readonly fromLabel: string;
  readonly toLabel: string;
}

/** The first and the last date of a list, `from` and `to` in the address. */
export function FilterDates({ fromLabel, toLabel }: FilterDatesProps) {
  return (
    <div className={classes.dates}>
      <FilterDate name="from" label={fromLabel} />
      <FilterDate name="to" label={toLabel} />
    </div>
  );
}
