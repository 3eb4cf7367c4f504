'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useOpenedOnce } from './use-opened-once';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** `lg` holds a table. Default `md`. */
  readonly size?: 'md' | 'lg';
}

const DialogModal = dynamic(() => import('./dialog-modal').then((module) => module.DialogModal), { ssr: false });

/** A dialog with a name and a named way out. What it is made of is loaded when it is opened for the first time. */
export function Dialog(props: DialogProps) {
  return useOpenedOnce(props.isOpen) && <DialogModal {...props} />;
}
