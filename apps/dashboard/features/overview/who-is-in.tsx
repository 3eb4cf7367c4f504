import { IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import { DayStatusPill } from '../attendance/day-status-pill';
import type { OverviewDay } from './load-overview';
import classes from './overview.module.css';

export function WhoIsIn({ days }: { readonly days: readonly OverviewDay[] }) {
  const t = useTranslations('overview');
  if (days.length === 0) {
    return <EmptyState icon={<IconUsers size={22} />} title={t('whoEmpty')} text={t('whoEmptyText')} />;
  }
  return (
    <ul className={classes.list}>
      {days.map((day) => (
        <li key={day.id} className={classes.item}>
          <Person name={day.employee.name} number={day.employee.number} href={`/employees/${day.employee.id}`} />
          <span className={classes.meta}>
            <DayStatusPill day={day} />
            <Hours day={day} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Hours({ day }: { readonly day: OverviewDay }) {
  const t = useTranslations('overview');
  const timeZone = day.employee.site?.timeZone;
  if (!day.firstInAt) return null;
  const first = <Moment at={day.firstInAt} style="time" timeZone={timeZone} />;
  return (
    <span>
      {day.lastOutAt && day.presence !== 'IN'
        ? t.rich('fromTo', {
            from: () => first,
            to: () => <Moment at={day.lastOutAt ?? ''} style="time" timeZone={timeZone} />,
          })
        : t.rich('since', { time: () => first })}
    </span>
  );
}
