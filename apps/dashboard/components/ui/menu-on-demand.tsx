'use client';

import { Menu, type MenuProps } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';

interface MenuOnDemandProps extends Omit<MenuProps, 'opened' | 'onChange' | 'children' | 'trigger'> {
  /** The button; it was there alone until now. */
  readonly trigger: ReactNode;
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A menu whose code was loaded because somebody asked for it: it opens by itself, with the focus coming from its button. */
export function MenuOnDemand({ trigger, triggerRef, children, ...rest }: MenuOnDemandProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    triggerRef.current?.focus();
    setOpen(true);
  }, [triggerRef]);
  return (
    <Menu opened={isOpen} onChange={setOpen} shadow="md" {...rest}>
      <Menu.Target>{trigger}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
