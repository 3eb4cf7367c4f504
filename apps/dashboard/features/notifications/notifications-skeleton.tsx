import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './notifications.module.css';

const ROWS = ['first', 'second', 'third'];

/** As high as a few matters, while they are fetched. */
export function NotificationsSkeleton() {
  const t = useTranslations('common');
  return (
    <div role="status" className={classes.waiting}>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {ROWS.map((row) => (
        <div key={row} aria-hidden="true">
          <Skeleton height={12} width="62%" />
          <Skeleton height={10} width="38%" mt={8} />
        </div>
      ))}
    </div>
  );
}
