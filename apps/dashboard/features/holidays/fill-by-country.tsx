'use client';

import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { ProblemNote } from '../../components/ui/problem-note';
import { HolidayPlacesDocument, KnownHolidaysDocument } from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';
import type { HolidayLine } from './holiday-lines';

interface FillByCountryProps {
  readonly year: number;
  readonly onLines: (lines: readonly HolidayLine[]) => void;
  readonly onProblem: (problem: ApiProblem) => void;
}

/** Fills the list with the public holidays of a country or a part of it; they can be changed before they are imported. */
export function FillByCountry({ year, onLines, onProblem }: FillByCountryProps) {
  const t = useTranslations('holidays');
  const language = useLocale();
  const client = useClient();
  const [{ data, fetching, error: placesError }] = useQuery({ query: HolidayPlacesDocument, variables: { language } });
  const [country, setCountry] = useState('');
  const [part, setPart] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const places = data?.holidayPlaces ?? [];
  const optionsOf = (wanted: (parentCode: string | null) => boolean) =>
    places
      .filter(({ parentCode }) => wanted(parentCode))
      .map(({ code, name }) => ({ value: code, label: name }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const countries = optionsOf((parentCode) => parentCode === null);
  const parts = optionsOf((parentCode) => country !== '' && parentCode?.split('-')[0] === country);

  async function fill() {
    const variables = { place: part || country, year, language };
    const { data: found, error } = await client.query(KnownHolidaysDocument, variables).toPromise();
    if (error || !found) return onProblem(error ? problemOfCombined(error) : 'INTERNAL_SERVER_ERROR');
    setSource(found.knownHolidays.source);
    onLines(found.knownHolidays.holidays);
  }

  return (
    <>
      {placesError && <ProblemNote problem={problemOfCombined(placesError)} />}
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('country')}
          data={[{ value: '', label: fetching ? t('loadingCountries') : t('chooseCountry') }, ...countries]}
          value={country}
          onChange={(event) => {
            setCountry(event.currentTarget.value);
            setPart('');
          }}
          flex={1}
          miw="10rem"
        />
        {parts.length > 0 && (
          <NativeSelect
            label={t('region')}
            data={[{ value: '', label: t('wholeCountry') }, ...parts]}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
            flex={1}
            miw="10rem"
          />
        )}
        <Button
          variant="default"
          leftSection={<IconWorld size={18} aria-hidden="true" />}
          disabled={country === ''}
          onClick={fill}
        >
          {t('fillYear', { year: String(year) })}
        </Button>
      </Group>
      {source !== null && (
        <Text size="xs" c="dimmed">
          {t('fillSource', { source })}
        </Text>
      )}
    </>
  );
}
