import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'status' | 'alert';
  /** `h1` where this is all there is on the page. */
  readonly titleAs?: 'p' | 'h1';
}

/** Says why there is nothing, and what to do next. */
export function EmptyState({ icon, title, text, action, role, titleAs: Title = 'p' }: EmptyStateProps) {
  return (
    <div className={classes.empty} role={role}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <Title className={classes.title}>{title}</Title>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
