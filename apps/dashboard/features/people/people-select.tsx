'use client';

import { Loader, MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { FindPeopleDocument } from '../../gql/graphql';

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

export interface PeoplePickerProps {
  readonly label: string;
  readonly people: readonly PickedPerson[];
  readonly onChange: (people: readonly PickedPerson[]) => void;
  readonly error?: ReactNode;
  /** Default: as many as the API takes at once. */
  readonly max?: number;
}

const DEBOUNCE_MS = 200;

/** What `PeoplePicker` loads. */
export function PeopleSelect({ label, people, onChange, error, max = 200 }: PeoplePickerProps) {
  const t = useTranslations('people');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const [{ data, fetching }] = useQuery({ query: FindPeopleDocument, variables: { search } });
  const offered = useMemo(() => {
    const found = data?.employees.nodes ?? [];
    return [...people, ...found.filter(({ id }) => !people.some((person) => person.id === id))];
  }, [data, people]);
  return (
    <MultiSelect
      label={label}
      placeholder={people.length === 0 ? t('search') : undefined}
      data={offered.map(({ id, name, number }) => ({ value: id, label: `${name} · ${number}` }))}
      value={people.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => offered.find((person) => person.id === id) ?? []))}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // The API has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={fetching ? t('searching') : t('nobody')}
      rightSection={fetching ? <Loader size={16} /> : undefined}
      maxValues={max}
      hidePickedOptions
      clearButtonProps={{ 'aria-label': t('clear') }}
      comboboxProps={{ shadow: 'md' }}
      error={error}
    />
  );
}
