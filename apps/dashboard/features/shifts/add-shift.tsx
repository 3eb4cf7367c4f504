'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EditShift } from './edit-shift';
import type { PolicyChoice } from './shift-form';

interface AddShiftProps {
  readonly policies: readonly PolicyChoice[];
  readonly today: string;
}

export function AddShift({ policies, today }: AddShiftProps) {
  const t = useTranslations('shifts');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      <EditShift shift={null} policies={policies} today={today} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}
