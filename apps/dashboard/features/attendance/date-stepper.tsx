'use client';

import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';
import { addDays, isCalendarDate } from '../../lib/time/zoned-day';

interface DateStepperProps {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly today: string;
}

/** The day before, a day, the day after, today. */
export function DateStepper({ date, today }: DateStepperProps) {
  const t = useTranslations('attendance');
  const filters = useFilters();
  const goTo = (next: string) => filters.set({ date: next === today ? '' : next });
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={t('previousDay')} onClick={() => goTo(addDays(date, -1))}>
        <IconChevronLeft size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
      <TextInput
        key={date}
        type="date"
        aria-label={t('date')}
        defaultValue={date}
        onChange={(event) => {
          if (isCalendarDate(event.currentTarget.value)) goTo(event.currentTarget.value);
        }}
      />
      <ActionIcon variant="default" size={36} aria-label={t('nextDay')} onClick={() => goTo(addDays(date, 1))}>
        <IconChevronRight size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
      <Button variant="default" disabled={date === today} onClick={() => goTo(today)}>
        {t('today')}
      </Button>
    </Group>
  );
}
