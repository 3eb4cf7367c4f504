'use client';

import dynamic from 'next/dynamic';
import type { SideSheetProps } from './side-sheet-drawer';
import { useOpenedOnce } from './use-opened-once';

const SideSheetDrawer = dynamic(() => import('./side-sheet-drawer').then((module) => module.SideSheetDrawer), {
  ssr: false,
});

/** A sheet over the edge of the page. What it is made of is loaded when it is opened for the first time. */
export function SideSheet(props: SideSheetProps) {
  return useOpenedOnce(props.isOpen) && <SideSheetDrawer {...props} />;
}
