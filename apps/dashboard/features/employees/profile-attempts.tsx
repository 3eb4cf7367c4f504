import { IconHistory } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { Moment } from '../../components/ui/moment';
import { OutcomePill } from '../../components/ui/outcome-pill';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileQuery } from '../../gql/graphql';
import classes from './profile.module.css';

type ProfileAttempt = NonNullable<EmployeeProfileQuery['captureAttempts']>['nodes'][number];

interface ProfileAttemptsProps {
  readonly attempts: readonly ProfileAttempt[];
  readonly employeeId: string;
}

export function ProfileAttempts({ attempts, employeeId }: ProfileAttemptsProps) {
  const t = useTranslations();
  const more = (
    <Link href={`/attempts?employee=${employeeId}`} className={classes.more}>
      {t('common.showAll')}
    </Link>
  );
  return (
    <Surface
      title={t('employee.attemptsTitle')}
      titleId="attempts"
      isFlush
      actions={attempts.length > 0 ? more : undefined}
    >
      {attempts.length === 0 ? (
        <EmptyState icon={<IconHistory size={22} />} title={t('employee.attemptsEmpty')} />
      ) : (
        <ul className={classes.history}>
          {attempts.map(({ id, kind, outcome, at }) => (
            <li key={id}>
              <span className={classes.what}>
                {t(`attemptKind.${kind}`)}
                <Moment at={at} style="dateTime" />
              </span>
              <OutcomePill outcome={outcome} />
            </li>
          ))}
        </ul>
      )}
    </Surface>
  );
}
