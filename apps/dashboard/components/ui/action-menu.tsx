'use client';

import { cloneElement, lazy, type ReactElement, type Ref, Suspense, useRef, useState } from 'react';
import type { MenuChoice } from './action-menu-list';

export type { MenuChoice } from './action-menu-list';

interface TriggerProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
  readonly onPointerEnter?: () => void;
  readonly 'aria-haspopup'?: 'menu';
}

interface ActionMenuProps {
  /** The button. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly choices: readonly MenuChoice[];
  /** Default `bottom-end`. */
  readonly position?: 'bottom-end' | 'bottom-start';
  /** In pixels, or as in CSS. Default: as wide as the words. */
  readonly width?: number | string | undefined;
}

const loadList = () => import('./action-menu-list').then((module) => ({ default: module.ActionMenuList }));
const ActionMenuList = lazy(loadList);

/** A button with a menu. What a menu is made of is loaded when somebody points at the button. */
export function ActionMenu({ trigger, choices, position = 'bottom-end', width }: ActionMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const button = cloneElement(trigger, {
    ref,
    'aria-haspopup': 'menu',
    onPointerEnter: () => void loadList(),
    onClick: () => setWanted(true),
  });
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ActionMenuList trigger={button} triggerRef={ref} choices={choices} position={position} width={width} />
    </Suspense>
  );
}
