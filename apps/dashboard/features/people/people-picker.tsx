'use client';

import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { PeoplePickerProps } from './people-select';

export type { PickedPerson } from './people-select';

const PeopleSelect = lazy(() => import('./people-select').then((module) => ({ default: module.PeopleSelect })));

/** Finds people by name or number while one types; thousands of them never come to the browser. */
export function PeoplePicker(props: PeoplePickerProps) {
  return (
    <Suspense fallback={<TextInput label={props.label} disabled />}>
      <PeopleSelect {...props} />
    </Suspense>
  );
}
