'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { SiteSummary } from '../auth/require-viewer';
import { EditDevice } from './edit-device';

export function AddDevice({ sites }: { readonly sites: readonly SiteSummary[] }) {
  const t = useTranslations('devices');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      <EditDevice device={null} sites={sites} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}
