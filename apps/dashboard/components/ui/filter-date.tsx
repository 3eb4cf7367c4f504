'use client';

import { TextInput } from '@mantine/core';
import { useFilters } from '../../lib/navigation/use-filters';
import { isCalendarDate } from '../../lib/time/zoned-day';

interface FilterDateProps {
  /** Of the value in the address. */
  readonly name: string;
  readonly label: string;
}

/** A calendar date, or none. */
export function FilterDate({ name, label }: FilterDateProps) {
  const filters = useFilters();
  const inAddress = filters.get(name);
  return (
    <TextInput
      key={inAddress}
      type="date"
      label={label}
      defaultValue={inAddress}
      onChange={(event) => {
        const date = event.currentTarget.value;
        if (date === '' || isCalendarDate(date)) filters.set({ [name]: date });
      }}
    />
  );
}
