'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EditCustomField } from './edit-custom-field';

export function AddCustomField() {
  const t = useTranslations('customFields');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('add')}
      </Button>
      <EditCustomField field={null} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}
