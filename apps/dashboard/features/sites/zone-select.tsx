'use client';

import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ZoneSelectProps } from './zone-list';

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
