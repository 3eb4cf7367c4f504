'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';

interface FilterSelectProps {
  /** Of the value in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of several values, or all. */
export function FilterSelect({ name, label, options }: FilterSelectProps) {
  const t = useTranslations('common');
  const filters = useFilters();
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: t('all') }, ...options]}
      value={filters.get(name)}
      onChange={(event) => filters.set({ [name]: event.currentTarget.value })}
    />
  );
}
