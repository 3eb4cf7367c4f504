import type { ReactNode } from 'react';
import classes from './filter-bar.module.css';

/** A row of filters above a list. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <search className={classes.bar} aria-label={label}>
      {children}
    </search>
  );
}
