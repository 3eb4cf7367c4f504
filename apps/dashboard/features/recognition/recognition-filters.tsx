'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSelect } from '../../components/ui/filter-select';
import { useFilters } from '../../lib/navigation/use-filters';
import type { SiteSummary } from '../auth/require-viewer';
import { PERIODS, type Period } from './recognition-period';

interface RecognitionFiltersProps {
  readonly period: Period;
  readonly sites: readonly SiteSummary[];
}

export function RecognitionFilters({ period, sites }: RecognitionFiltersProps) {
  const t = useTranslations('recognition');
  const filters = useFilters();
  return (
    <FilterBar label={t('title')}>
      <NativeSelect
        label={t('period')}
        data={PERIODS.map((value) => ({ value, label: t('lastDays', { days: Number(value) }) }))}
        value={period}
        onChange={(event) => filters.set({ days: event.currentTarget.value })}
      />
      {sites.length > 1 && (
        <FilterSelect
          name="site"
          label={t('site')}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterBar>
  );
}
