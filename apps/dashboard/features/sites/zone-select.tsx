'use client';

import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

export interface ZoneSelectProps {
  readonly label: string;
  readonly description: string;
  readonly value?: string;
  readonly onChange: (zone: string) => void;
  readonly error?: ReactNode;
  /** Always among the choices, also if the browser does not know it. */
  readonly known: string;
}

const ZoneList = lazy(() => import('./zone-list').then((module) => ({ default: module.ZoneList })));

/** Chooses one of the time zones by typing a part of its name. */
export function ZoneSelect(props: ZoneSelectProps) {
  const { label, description, value } = props;
  return (
    <Suspense fallback={<TextInput label={label} description={description} value={value ?? ''} disabled />}>
      <ZoneList {...props} />
    </Suspense>
  );
}
