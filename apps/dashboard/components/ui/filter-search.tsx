'use client';

import { Loader, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useFilters } from '../../lib/navigation/use-filters';

/** The first letter is asked for at once; those that come closer together than this after it, as one. */
const PAUSE = { delay: 60, leading: true };

interface FilterSearchProps {
  /** Of the value in the address. */
  readonly name: string;
  readonly label: string;
}

/** Searches while one types. */
export function FilterSearch({ name, label }: FilterSearchProps) {
  const filters = useFilters();
  const inAddress = filters.get(name);
  const [text, setText] = useState(inAddress);
  useEffect(() => {
    // "Clear filters" empties the address, not this field.
    if (inAddress === '') setText('');
  }, [inAddress]);
  const search = useDebouncedCallback((value: string) => filters.set({ [name]: value.trim() }), PAUSE);
  return (
    <TextInput
      className="grow"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={17} aria-hidden="true" />}
      rightSection={filters.isPending ? <Loader size={16} /> : null}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
