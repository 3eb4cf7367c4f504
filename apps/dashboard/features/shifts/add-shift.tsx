'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useOpenedOnce } from '../../components/ui/use-opened-once';
import type { PolicyChoice } from './shift-form';

const EditShift = dynamic(() => import('./edit-shift').then((module) => module.EditShift), { ssr: false });

interface AddShiftProps {
  readonly policies: readonly PolicyChoice[];
  readonly today: string;
}

export function AddShift({ policies, today }: AddShiftProps) {
  const t = useTranslations('shifts');
  const [isOpen, dialog] = useDisclosure(false);
  const wasOpen = useOpenedOnce(isOpen);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      {wasOpen && <EditShift shift={null} policies={policies} today={today} isOpen={isOpen} onClose={dialog.close} />}
    </>
  );
}
