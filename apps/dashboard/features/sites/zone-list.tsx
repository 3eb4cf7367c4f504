'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ZoneSelectProps } from './zone-select';

/** What `ZoneSelect` loads. */
export function ZoneList({ known, onChange, ...rest }: ZoneSelectProps) {
  const t = useTranslations('sites');
  const zones = useMemo(() => [...new Set([known, ...Intl.supportedValuesOf('timeZone'), 'UTC'])], [known]);
  return (
    <Select
      {...rest}
      data={zones}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('noZone')}
      onChange={(zone) => onChange(zone ?? known)}
    />
  );
}
