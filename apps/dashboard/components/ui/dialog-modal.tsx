'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DialogProps } from './dialog';
import { useOpenedLater } from './use-opened-later';

/** What `Dialog` loads. */
export function DialogModal({ isOpen, onClose, title, children, size = 'md' }: DialogProps) {
  const t = useTranslations('common');
  return (
    <Modal
      opened={useOpenedLater(isOpen)}
      onClose={onClose}
      title={title}
      centered
      size={size}
      radius="lg"
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.4, blur: 2 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontWeight: 620, fontSize: '1.1rem' } }}
    >
      {children}
    </Modal>
  );
}
