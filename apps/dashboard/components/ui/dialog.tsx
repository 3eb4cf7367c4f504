'use client';

import dynamic from 'next/dynamic';
import type { DialogProps } from './dialog-modal';
import { useOpenedOnce } from './use-opened-once';

const DialogModal = dynamic(() => import('./dialog-modal').then((module) => module.DialogModal), { ssr: false });

/** A dialog with a name and a named way out. What it is made of is loaded when it is opened for the first time. */
export function Dialog(props: DialogProps) {
  return useOpenedOnce(props.isOpen) && <DialogModal {...props} />;
}
