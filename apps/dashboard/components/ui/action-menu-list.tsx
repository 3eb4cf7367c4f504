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

/** What `ActionMenu` loads. */
export function ActionMenuList({ trigger, triggerRef, choices, position, width }: ActionMenuListProps) {
  const size = width === undefined ? {} : { width };
  return (
    <MenuOnDemand trigger={trigger} triggerRef={triggerRef} position={position} {...size}>
      {choices.map(({ id, label, icon, heading, onSelect }) => (
        <Fragment key={id}>
          {heading && <Menu.Label>{heading}</Menu.Label>}
          <Menu.Item leftSection={icon} onClick={onSelect}>
            {label}
          </Menu.Item>
        </Fragment>
      ))}
    </MenuOnDemand>
  );
}
