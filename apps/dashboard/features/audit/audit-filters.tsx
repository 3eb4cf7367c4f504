'use client';

import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterDates } from '../../components/ui/filter-dates';
import { FilterSelect } from '../../components/ui/filter-select';
import { useFilters } from '../../lib/navigation/use-filters';

export function AuditFilters() {
  const t = useTranslations('audit');
  const filters = useFilters();
  const actions = useOptions('auditAction');
  const kinds = useOptions('auditTarget');
  return (
    <FilterBar label={t('title')}>
      <FilterSelect name="action" label={t('filterAction')} options={actions} />
      {filters.get('target') === '' && <FilterSelect name="kind" label={t('filterTarget')} options={kinds} />}
      <FilterSelect
        name="outcome"
        label={t('filterOutcome')}
        options={[
          { value: 'DONE', label: t('done') },
          { value: 'REFUSED', label: t('refused') },
        ]}
      />
      <FilterDates fromLabel={t('filterFrom')} toLabel={t('filterTo')} />
      {filters.get('actor') !== '' && (
        <RemoveFilter label={t('removeActor')} onRemove={() => filters.set({ actor: '' })} />
      )}
      {filters.get('target') !== '' && (
        <RemoveFilter label={t('removeTarget')} onRemove={() => filters.set({ target: '', kind: '' })} />
      )}
    </FilterBar>
  );
}

function RemoveFilter({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Button variant="light" rightSection={<IconX size={16} aria-hidden="true" />} onClick={onRemove}>
      {label}
    </Button>
  );
}

/** Every code that has words, in the order of the words. */
function useOptions(block: 'auditAction' | 'auditTarget') {
  const messages = useMessages();
  const locale = useLocale();
  const words = Object.entries(messages[block] as Readonly<Record<string, string>>);
  return words.map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, locale));
}
