import type { ReactNode } from 'react';
import classes from './pill.module.css';

/** Good: as it should be. Warn: someone should look. Bad: refused. Quiet: just a fact. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

interface PillProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A state in one or two words; the words say it, the colour only helps. */
export function Pill({ tone, children }: PillProps) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {children}
    </span>
  );
}
