'use client';

import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';
import { addDays } from '../../lib/time/zoned-day';

interface WeekStepperProps {
  /** The first date of the week on the page. */
  readonly start: string;
  /** That of this week. */
  readonly thisStart: string;
}

/** The week before, this week, the week after. */
export function WeekStepper({ start, thisStart }: WeekStepperProps) {
  const t = useTranslations('roster');
  const filters = useFilters();
  const goTo = (next: string) => filters.set({ week: next === thisStart ? '' : next });
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon variant="default" size={36} aria-label={t('previousWeek')} onClick={() => goTo(addDays(start, -7))}>
        <IconChevronLeft size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
      <Button variant="default" disabled={start === thisStart} onClick={() => goTo(thisStart)}>
        {t('thisWeek')}
      </Button>
      <ActionIcon variant="default" size={36} aria-label={t('nextWeek')} onClick={() => goTo(addDays(start, 7))}>
        <IconChevronRight size={18} aria-hidden="true" className="mirrored" />
      </ActionIcon>
    </Group>
  );
}
