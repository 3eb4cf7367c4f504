'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useOpenedOnce } from './use-opened-once';

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

const SideSheetDrawer = dynamic(() => import('./side-sheet-drawer').then((module) => module.SideSheetDrawer), {
  ssr: false,
});

/** A sheet over the edge of the page. What it is made of is loaded when it is opened for the first time. */
export function SideSheet(props: SideSheetProps) {
  return useOpenedOnce(props.isOpen) && <SideSheetDrawer {...props} />;
}
