'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSelect } from '../../components/ui/filter-select';
import { useFilters } from '../../lib/navigation/use-filters';
import { isCalendarDate } from '../../lib/time/zoned-day';
import type { SiteSummary } from '../auth/require-viewer';
import { type Named, REPORT_KINDS, type ReportView } from './report-view';

interface ReportFiltersProps {
  readonly view: ReportView;
  readonly sites: readonly SiteSummary[];
  readonly departments: readonly Named[];
}

export function ReportFilters({ view, sites, departments }: ReportFiltersProps) {
  const t = useTranslations('reports');
  const filters = useFilters();
  const date = (name: 'from' | 'to') => (
    <TextInput
      key={`${name}-${view[name]}`}
      type="date"
      label={t(name)}
      defaultValue={view[name]}
      onChange={(event) => {
        if (isCalendarDate(event.currentTarget.value)) filters.set({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <FilterBar label={t('kind')}>
      <NativeSelect
        label={t('kind')}
        data={REPORT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={view.kind}
        onChange={(event) => filters.set({ kind: event.currentTarget.value })}
      />
      {date('from')}
      {date('to')}
      {sites.length > 1 && <FilterSelect name="site" label={t('site')} options={optionsOf(sites)} />}
      {departments.length > 0 && (
        <FilterSelect name="department" label={t('department')} options={optionsOf(departments)} />
      )}
    </FilterBar>
  );
}

const optionsOf = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
