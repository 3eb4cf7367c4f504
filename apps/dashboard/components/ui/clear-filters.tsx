'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

export function ClearFilters() {
  const t = useTranslations('common');
  return (
    <Button component={Link} href={usePathname()} variant="default" size="xs">
      {t('clearFilters')}
    </Button>
  );
}
