'use client';

import { IconClockHour8 } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { HeatMap } from '../../components/ui/heat-map';
import { useWeekdayChoices } from '../../lib/time/use-weekday-names';
import { arrivalRows } from './arrival-rows';
import type { Trend } from './load-trend';

const MS_PER_HOUR = 3_600_000;

/** When people come, by weekday and hour. */
export function ArrivalsMap({ arrivals }: Pick<Trend, 'arrivals'>) {
  const t = useTranslations('overview');
  const format = useFormatter();
  const weekdays = useWeekdayChoices('short');
  if (arrivals.length === 0)
    return <EmptyState icon={<IconClockHour8 size={22} />} title={t('arrivalsEmpty')} text={t('arrivalsEmptyText')} />;
  const rows = arrivalRows(
    arrivals,
    weekdays.map(({ value }) => Number(value)),
  ).map(({ hour, counts }) => ({
    id: String(hour),
    label: format.dateTime(new Date(hour * MS_PER_HOUR), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
    counts,
  }));
  return <HeatMap label={t('arrivalsLabel')} over={t('from')} columns={weekdays.map((day) => day.label)} rows={rows} />;
}
