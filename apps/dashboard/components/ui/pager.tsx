'use client';

import { Button, NativeSelect } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PAGE_SIZES } from '../../lib/navigation/page-params';
import { useFilters } from '../../lib/navigation/use-filters';
import classes from './pager.module.css';

interface PagerProps {
  readonly shown: number;
  readonly total: number;
  readonly pageSize: number;
  readonly nextCursor: string | null;
}

/** Previous and next page of a list whose address carries the cursors of the pages before. */
export function Pager({ shown, total, pageSize, nextCursor }: PagerProps) {
  const t = useTranslations('table');
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const filters = useFilters();
  const trail = searchParams.getAll('after');
  const from = trail.length * pageSize + 1;
  const pageAt = (cursors: readonly string[]) => {
    const next = new URLSearchParams(searchParams);
    next.delete('after');
    for (const cursor of cursors) next.append('after', cursor);
    return next.size > 0 ? `${pathname}?${next}` : pathname;
  };
  return (
    <nav className={classes.pager} aria-label={t('pagesLabel')}>
      <p className={classes.range} aria-live="polite">
        {t('range', { from: shown === 0 ? 0 : from, to: shown === 0 ? 0 : from + shown - 1, total })}
      </p>
      <div className={classes.controls}>
        {total > PAGE_SIZES[0] && (
          <NativeSelect
            size="xs"
            aria-label={t('pageSize')}
            data={PAGE_SIZES.map(String)}
            value={String(pageSize)}
            onChange={(event) => filters.set({ size: event.currentTarget.value })}
          />
        )}
        <PageButton label={t('previous')} href={trail.length > 0 ? pageAt(trail.slice(0, -1)) : null} />
        <PageButton label={t('next')} href={nextCursor === null ? null : pageAt([...trail, nextCursor])} />
      </div>
    </nav>
  );
}

function PageButton({ label, href }: { readonly label: string; readonly href: string | null }) {
  if (href === null) {
    return (
      <Button variant="default" size="xs" disabled>
        {label}
      </Button>
    );
  }
  return (
    <Button component={Link} href={href} scroll={false} variant="default" size="xs">
      {label}
    </Button>
  );
}
