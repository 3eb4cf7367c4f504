'use client';

import { type ColorInputProps, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';

const ColourInput = lazy(() => import('./colour-input').then((module) => ({ default: module.ColourInput })));

/** A colour as hexadecimal digits, or one of some. What it is made of is loaded with the dialog it stands in. */
export function ColourField(props: ColorInputProps) {
  return (
    <Suspense fallback={<TextInput label={props.label} value={props.value ?? ''} disabled />}>
      <ColourInput {...props} />
    </Suspense>
  );
}
