'use client';

import { DAY_STATUSES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import classes from './reports.module.css';

/** What the letters of the month grid mean. */
export function MusterLegend() {
  const t = useTranslations();
  return (
    <dl className={classes.legend} aria-label={t('reports.legend')}>
      {DAY_STATUSES.map((status) => (
        <div key={status}>
          <dt className={classes.chip} data-status={status}>
            {t(`musterStatus.${status}`)}
          </dt>
          <dd>{t(`dayStatus.${status}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
