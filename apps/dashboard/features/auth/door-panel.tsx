import type { ReactNode } from 'react';
import classes from './sign-in-panel.module.css';

interface DoorPanelProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page before the sign-in: one thing to do, in the middle. */
export function DoorPanel({ title, lead, children }: DoorPanelProps) {
  return (
    <div className={classes.panel}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.lead}>{lead}</p>
      <div className={classes.sheet}>{children}</div>
    </div>
  );
}
