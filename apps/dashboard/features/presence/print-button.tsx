'use client';

import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

export function PrintButton() {
  const t = useTranslations('presence');
  return (
    <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
