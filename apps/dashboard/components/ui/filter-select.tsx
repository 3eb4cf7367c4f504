'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';

interface FilterSelectProps {
  /** Of the value in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What it is called when nothing is chosen. Default: all. */
  readonly unset?: string;
}

/** One of several values, or what holds without a choice. */
export function FilterSelect({ name, label, options, unset }: FilterSelectProps) {
  const t = useTranslations('common');
  const filters = useFilters();
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: unset ?? t('all') }, ...options]}
      value={filters.get(name)}
      onChange={(event) => filters.set({ [name]: event.currentTarget.value })}
    />
  );
}
