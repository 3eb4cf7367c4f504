'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';
import { CalendarDate } from '../../components/ui/moment';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';

interface WeekStartSelectProps {
  /** Since when the stored start holds, or will; null: it always did. */
  readonly since: string | null;
  readonly value?: string;
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>) => void;
}

/** On which weekday weeks begin. */
export function WeekStartSelect({ since, ...field }: WeekStartSelectProps) {
  const t = useTranslations('organisation');
  const weekdays = useWeekdayNames('long');
  const hint = (
    <>
      {t('weekStartHint')}
      {since !== null && <> {t.rich('weekStartSince', { date: () => <CalendarDate date={since} /> })}</>}
    </>
  );
  return (
    <NativeSelect
      label={t('weekStart')}
      description={hint}
      data={weekdays.map((label, place) => ({ value: String(place + 1), label }))}
      {...field}
    />
  );
}
