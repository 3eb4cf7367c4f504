import { IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import type { OverviewMark } from './load-overview';
import classes from './overview.module.css';

export function RecentMarks({ marks }: { readonly marks: readonly OverviewMark[] }) {
  const t = useTranslations();
  if (marks.length === 0) return <EmptyState icon={<IconClock size={22} />} title={t('overview.recentEmpty')} />;
  return (
    <ul className={classes.list}>
      {marks.map(({ id, employee, kind, at, timeZone }) => (
        <li key={id} className={classes.item}>
          <Person name={employee.name} number={employee.number} href={`/employees/${employee.id}`} />
          <span className={classes.meta}>
            <Moment at={at} style="time" timeZone={timeZone} />
            {kind !== 'AUTO' && <span>{t(`attendanceKind.${kind}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
