'use client';

import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

export interface PeoplePickerProps {
  readonly label: string;
  readonly people: readonly PickedPerson[];
  readonly onChange: (people: readonly PickedPerson[]) => void;
  readonly error?: ReactNode;
  /** Default: as many as the API takes at once. */
  readonly max?: number;
}

const PeopleSelect = lazy(() => import('./people-select').then((module) => ({ default: module.PeopleSelect })));

/** Finds people by name or number while one types; thousands of them never come to the browser. */
export function PeoplePicker(props: PeoplePickerProps) {
  return (
    <Suspense fallback={<TextInput label={props.label} disabled />}>
      <PeopleSelect {...props} />
    </Suspense>
  );
}
