'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';
import type { SiteSummary } from '../auth/require-viewer';

interface SiteSelectProps {
  readonly label: string;
  readonly sites: readonly SiteSummary[];
  /** Empty: every site. */
  readonly value?: string;
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>) => void;
}

/** One site, or all of them. Nothing where there is but one. */
export function SiteSelect({ label, sites, ...field }: SiteSelectProps) {
  const t = useTranslations('sites');
  if (sites.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: t('every') }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
      {...field}
    />
  );
}
