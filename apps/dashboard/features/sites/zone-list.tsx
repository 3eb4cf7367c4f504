'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

export interface ZoneSelectProps {
  readonly label: string;
  readonly description: string;
  readonly value?: string;
  readonly onChange: (zone: string) => void;
  readonly error?: ReactNode;
  /** Always among the choices, also if the browser does not know it. */
  readonly known: string;
}

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
