'use client';

import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';
import { addDays } from '../../lib/time/zoned-day';

interface WeekStepperProps {
  /** The Monday of the week on the page. */
  readonly monday: string;
  /** The Monday of this week. */
  readonly thisMonday: string;
}

/** The week before, this week, the week after. */
export function WeekStepper({ monday, thisMonday }: WeekStepperProps) {
  const t = useTranslations('roster');
  const filters = useFilters();
  const goTo = (next: string) => filters.set({ week: next === thisMonday ? '' : next });
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={t('previousWeek')} onClick={() => goTo(addDays(monday, -7))}>
        <IconChevronLeft size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
      <Button variant="default" disabled={monday === thisMonday} onClick={() => goTo(thisMonday)}>
        {t('thisWeek')}
      </Button>
      <ActionIcon variant="default" size={36} aria-label={t('nextWeek')} onClick={() => goTo(addDays(monday, 7))}>
        <IconChevronRight size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
    </Group>
  );
}
