'use client';

import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './pill';
import classes from './verdict.module.css';

interface VerdictProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly isLarge?: boolean;
  readonly children?: ReactNode;
}

const ICON = { good: IconCheck, quiet: IconCheck, warn: IconAlertTriangle, bad: IconX } as const;

/** The answer to what someone just tried, large enough to be read from a step away. */
export function Verdict({ tone, title, text, isLarge = false, children }: VerdictProps) {
  const Icon = ICON[tone];
  return (
    <div className={classes.verdict} data-large={isLarge || undefined}>
      <span className={classes.sign} data-tone={tone} aria-hidden="true">
        <Icon size={isLarge ? 44 : 30} stroke={2.2} />
      </span>
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {children}
    </div>
  );
}
