'use client';

import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFilters } from '../../lib/navigation/use-filters';

/** Takes away the one person that a link from a profile asked for; nothing where none was. */
export function ClearPerson() {
  const t = useTranslations('attempts');
  const filters = useFilters();
  if (filters.get('employee') === '') return null;
  return (
    <Button
      variant="light"
      rightSection={<IconX size={16} aria-hidden="true" />}
      onClick={() => filters.set({ employee: '' })}
    >
      {t('removePerson')}
    </Button>
  );
}
