import { IconChevronLeft } from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { HelpLink } from '../../features/help/help-link';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Where the page came from. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ReactNode;
}

/** The one `h1` of a page, with what can be done here. */
export function PageHeader({ title, lead, back, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      {back && (
        <Link href={back.href} className={classes.back}>
          <IconChevronLeft size={16} aria-hidden="true" className="mirrored" />
          {back.label}
        </Link>
      )}
      <div className={classes.row}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
        <div className={classes.help}>
          <HelpLink />
        </div>
      </div>
    </header>
  );
}
