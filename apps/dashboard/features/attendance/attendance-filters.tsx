'use client';

import { SegmentedControl } from '@mantine/core';
import { DAY_STATUSES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSearch } from '../../components/ui/filter-search';
import { FilterSelect } from '../../components/ui/filter-select';
import { useFilters } from '../../lib/navigation/use-filters';
import type { SiteSummary } from '../auth/require-viewer';
import { SavedViewsMenu } from '../saved-views/saved-views-menu';
import { DAY_SORTS } from './day-sorts';

interface AttendanceFiltersProps {
  readonly view: 'days' | 'marks';
  readonly sites: readonly SiteSummary[];
}

export function AttendanceFilters({ view, sites }: AttendanceFiltersProps) {
  const t = useTranslations();
  const filters = useFilters();
  return (
    <FilterBar label={t('attendance.viewLabel')}>
      <SegmentedControl
        aria-label={t('attendance.viewLabel')}
        value={view}
        onChange={(value) => filters.set({ view: value === 'days' ? '' : value, status: '', sort: '' })}
        data={[
          { value: 'days', label: t('attendance.daysTab') },
          { value: 'marks', label: t('attendance.marksTab') },
        ]}
      />
      <FilterSearch name="q" label={t('attendance.filterSearch')} />
      {view === 'days' && (
        <>
          <FilterSelect
            name="status"
            label={t('attendance.filterStatus')}
            options={DAY_STATUSES.map((value) => ({ value, label: t(`dayStatus.${value}`) }))}
          />
          <FilterSelect
            name="sort"
            label={t('attendance.filterSort')}
            unset={t('attendance.sortBy.EMPLOYEE_NAME_ASC')}
            options={DAY_SORTS.map((value) => ({ value, label: t(`attendance.sortBy.${value}`) }))}
          />
        </>
      )}
      {sites.length > 1 && (
        <FilterSelect
          name="site"
          label={t('attendance.filterSite')}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SavedViewsMenu list="ATTENDANCE" />
    </FilterBar>
  );
}
