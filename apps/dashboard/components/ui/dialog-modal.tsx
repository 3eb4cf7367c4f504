'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOpenedLater } from './use-opened-later';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** `lg` holds a table. Default `md`. */
  readonly size?: 'md' | 'lg';
}

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
