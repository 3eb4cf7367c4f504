import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileQuery } from '../../gql/graphql';
import classes from './profile.module.css';

type ProfileDispute = NonNullable<EmployeeProfileQuery['disputes']>['nodes'][number];

interface ProfileDisputesProps {
  readonly disputes: readonly ProfileDispute[];
  readonly employeeId: string;
}

/** Marks of which somebody said that it was not this person; nothing at all where nobody did. */
export function ProfileDisputes({ disputes, employeeId }: ProfileDisputesProps) {
  const t = useTranslations();
  if (disputes.length === 0) return null;
  return (
    <Surface title={t('dispute.listTitle')} titleId="disputes" isFlush>
      <ul className={classes.history}>
        {disputes.map(({ id, status, reason, localDate, event }) => (
          <li key={id}>
            <span className={classes.what}>
              <Link href={`/attendance/${employeeId}/${localDate}`}>
                <Moment at={event.at} style="dateTime" timeZone={event.timeZone} />
              </Link>
              <span className={classes.sub} dir="auto">
                {reason}
              </span>
            </span>
            <Pill tone={status === 'OPEN' ? 'warn' : 'quiet'}>{t(`disputeStatus.${status}`)}</Pill>
          </li>
        ))}
      </ul>
    </Surface>
  );
}
