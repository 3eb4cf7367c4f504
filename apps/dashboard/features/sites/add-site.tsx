'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useOpenedOnce } from '../../components/ui/use-opened-once';

const EditSite = dynamic(() => import('./edit-site').then((module) => module.EditSite), { ssr: false });

export function AddSite({ timeZone }: { readonly timeZone: string }) {
  const t = useTranslations('sites');
  const [isOpen, dialog] = useDisclosure(false);
  const wasOpen = useOpenedOnce(isOpen);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      {wasOpen && <EditSite site={null} timeZone={timeZone} isOpen={isOpen} onClose={dialog.close} />}
    </>
  );
}
