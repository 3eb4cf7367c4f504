'use client';

import { Drawer } from '@mantine/core';
import type { SideSheetProps } from './side-sheet';
import { useOpenedLater } from './use-opened-later';

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
