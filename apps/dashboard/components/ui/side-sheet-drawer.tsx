'use client';

import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpenedLater } from './use-opened-later';

export interface SideSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Of the way out, for screen readers. */
  readonly closeLabel: string;
  /** Where it comes from; `left` is the start in every direction of reading. Default `right`. */
  readonly side?: 'left' | 'right';
  /** A size of Mantine or a width. Default `md`. */
  readonly size?: string;
  readonly children: ReactNode;
}

/** What `SideSheet` loads. */
export function SideSheetDrawer({
  isOpen,
  onClose,
  title,
  closeLabel,
  side = 'right',
  size = 'md',
  children,
}: SideSheetProps) {
  return (
    <Drawer
      opened={useOpenedLater(isOpen)}
      onClose={onClose}
      position={side}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': closeLabel }}
    >
      {children}
    </Drawer>
  );
}
