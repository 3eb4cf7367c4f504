import { useFormatter, useTranslations } from 'next-intl';
import type { JobRowFragment } from '../../gql/graphql';
import classes from './imports.module.css';

type CountKey = Parameters<ReturnType<typeof useTranslations<'imports.counts'>>>[0];

interface JobCountsProps {
  readonly job: Pick<JobRowFragment, 'counts' | 'isDryRun'>;
}

/** What a job comes to, in words; figures of nothing are left out. */
export function JobCounts({ job: { counts, isDryRun } }: JobCountsProps) {
  const t = useTranslations('imports');
  const tc = useTranslations('imports.counts');
  const format = useFormatter();
  const shown = counts.filter(({ name, value }) => value > 0 && tc.has(name as CountKey));
  if (shown.length === 0) return <p className={classes.quiet}>{t('nothing')}</p>;
  return (
    <dl className={classes.counts} aria-label={isDryRun ? t('wouldCome') : t('came')}>
      {shown.map(({ name, value }) => (
        <div key={name} data-bad={name === 'refusedRows' || name === 'facesRefused' || undefined}>
          <dt>{tc(name as CountKey)}</dt>
          <dd className="tabular">{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
