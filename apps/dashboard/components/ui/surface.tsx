import type { ReactNode } from 'react';
import classes from './surface.module.css';

interface SurfaceProps {
  /** Becomes an `h2` and the name of the region. */
  readonly title?: ReactNode;
  readonly titleId?: string;
  readonly actions?: ReactNode;
  /** Content reaches the edges, as tables do. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A sheet on the page. */
export function Surface({ title, titleId, actions, isFlush = false, children }: SurfaceProps) {
  return (
    <section className={classes.surface} aria-labelledby={title && titleId ? titleId : undefined}>
      {title && (
        <div className={classes.head}>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          {actions}
        </div>
      )}
      <div className={isFlush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
