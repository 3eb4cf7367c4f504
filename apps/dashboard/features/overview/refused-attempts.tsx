import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { Moment } from '../../components/ui/moment';
import { OutcomePill } from '../../components/ui/outcome-pill';
import { AttemptPerson } from '../attempts/attempt-person';
import type { OverviewAttempt } from './load-overview';
import classes from './overview.module.css';

export function RefusedAttempts({ attempts }: { readonly attempts: readonly OverviewAttempt[] }) {
  const t = useTranslations('overview');
  if (attempts.length === 0) return <EmptyState icon={<IconMoodCheck size={22} />} title={t('refusedEmpty')} />;
  return (
    <ul className={classes.list}>
      {attempts.map((attempt) => (
        <li key={attempt.id} className={classes.item}>
          <AttemptPerson attempt={attempt} />
          <span className={classes.meta}>
            <OutcomePill outcome={attempt.outcome} />
            <Moment at={attempt.at} style="time" />
          </span>
        </li>
      ))}
    </ul>
  );
}
