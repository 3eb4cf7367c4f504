import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './stat.module.css';

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly href: string;
}

/** One number that matters, leading to the list behind it. */
export function Stat({ label, value, hint, href }: StatProps) {
  return (
    <Link href={href} className={classes.stat}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      {hint && <span className={classes.hint}>{hint}</span>}
    </Link>
  );
}
