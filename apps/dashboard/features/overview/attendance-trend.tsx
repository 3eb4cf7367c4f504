import { IconCalendarStats } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { BarChart } from '../../components/ui/bar-chart';
import { EmptyState } from '../../components/ui/empty-state';
import type { Trend } from './load-trend';

/** Who was in time, late or absent on each day. */
export function AttendanceTrend({ days }: Pick<Trend, 'days'>) {
  const t = useTranslations('overview');
  const format = useFormatter();
  if (days.every(({ presentCount, absentCount }) => presentCount + absentCount === 0))
    return <EmptyState icon={<IconCalendarStats size={22} />} title={t('trendEmpty')} text={t('trendEmptyText')} />;
  const at = (date: string) => new Date(`${date}T00:00:00Z`);
  return (
    <BarChart
      label={t('trendLabel')}
      over={t('day')}
      series={[t('inTime'), t('late'), t('absent')]}
      tones={['brand', 'warn', 'bad']}
      moreHeadings={[t('onLeave')]}
      bars={days.map(({ date, presentCount, lateCount, absentCount, onLeaveCount }) => ({
        id: date,
        label: format.dateTime(at(date), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
        shortLabel: format.dateTime(at(date), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
        values: [presentCount - lateCount, lateCount, absentCount],
        more: [format.number(onLeaveCount)],
      }))}
    />
  );
}
