'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EditSite } from './edit-site';

export function AddSite({ timeZone }: { readonly timeZone: string }) {
  const t = useTranslations('sites');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      <EditSite site={null} timeZone={timeZone} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}
