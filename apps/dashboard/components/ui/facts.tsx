import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  /** Where several have one label. Default: the label. */
  readonly id?: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values in two columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ id, label, value }) => (
        <div key={id ?? label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
