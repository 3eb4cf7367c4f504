'use client';

import type { ReactNode, RefObject } from 'react';
import { MenuOnDemand } from '../../components/ui/menu-on-demand';
import { LanguageItems } from './language-items';

interface LanguageListProps {
  readonly trigger: ReactNode;
  readonly triggerRef: RefObject<HTMLElement | null>;
}

/** What `LanguageMenu` loads. */
export function LanguageList({ trigger, triggerRef }: LanguageListProps) {
  return (
    <MenuOnDemand trigger={trigger} triggerRef={triggerRef} position="bottom-end" width={200}>
      <LanguageItems />
    </MenuOnDemand>
  );
}
