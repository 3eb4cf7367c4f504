'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** `lg` holds a table. Default `md`. */
  readonly size?: 'md' | 'lg';
}

/** A dialog with a name and a named way out. */
export function Dialog({ isOpen, onClose, title, children, size = 'md' }: DialogProps) {
  const t = useTranslations('common');
  return (
    <Modal
      opened={isOpen}
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
