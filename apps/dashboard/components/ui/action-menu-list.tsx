'use client';

import { Menu } from '@mantine/core';
import { Fragment, type ReactNode, type RefObject } from 'react';
import { MenuOnDemand } from './menu-on-demand';

export interface MenuChoice {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** Stands above this choice and those that follow. */
  readonly heading?: string;
  readonly onSelect: () => void;
}

interface ActionMenuListProps {
  readonly trigger: ReactNode;
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly choices: readonly MenuChoice[];
  readonly position: 'bottom-end' | 'bottom-start';
  readonly width?: number | string | undefined;
}

/** What `ActionMenu` loads. Its button has the focus when a choice is made: a dialog that opens gives the focus back to it. */
export function ActionMenuList({ trigger, triggerRef, choices, position, width }: ActionMenuListProps) {
  const size = width === undefined ? {} : { width };
  const select = (choice: MenuChoice) => {
    triggerRef.current?.focus();
    choice.onSelect();
  };
  return (
    <MenuOnDemand trigger={trigger} triggerRef={triggerRef} position={position} {...size}>
      {choices.map((choice) => (
        <Fragment key={choice.id}>
          {choice.heading && <Menu.Label>{choice.heading}</Menu.Label>}
          <Menu.Item leftSection={choice.icon} onClick={() => select(choice)}>
            {choice.label}
          </Menu.Item>
        </Fragment>
      ))}
    </MenuOnDemand>
  );
}
