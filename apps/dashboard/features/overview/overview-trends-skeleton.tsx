import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './overview.module.css';

/** As tall as what is on its way, so that nothing moves when it comes. */
export function OverviewTrendsSkeleton() {
  const t = useTranslations('common');
  return (
    <div role="status" aria-busy="true" className={classes.trends}>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton height={330} radius="lg" />
      <Skeleton height={330} radius="lg" />
    </div>
  );
}
