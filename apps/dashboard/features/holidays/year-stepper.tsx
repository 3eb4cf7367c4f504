'use client';

import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFilters } from '../../lib/navigation/use-filters';

export function YearStepper({ year }: { readonly year: number }) {
  const t = useTranslations('holidays');
  const filters = useFilters();
  const step = (label: string, next: number, icon: ReactNode) => (
    <ActionIcon variant="default" size={36} aria-label={label} onClick={() => filters.set({ year: String(next) })}>
      {icon}
    </ActionIcon>
  );
  return (
    <Group gap="xs" wrap="nowrap">
      {step(t('previousYear'), year - 1, <IconChevronLeft size={18} aria-hidden="true" className="mirrored" />)}
      <Text fw={560} className="tabular" aria-live="polite">
        {year}
      </Text>
      {step(t('nextYear'), year + 1, <IconChevronRight size={18} aria-hidden="true" className="mirrored" />)}
    </Group>
  );
}
