'use client';

import { useEffect, useRef } from 'react';
import { mergeStored } from './stored-values';

interface Form<Values> {
  readonly getValues: () => Values;
  readonly setValues: (values: Values) => void;
  readonly setInitialValues: (values: Values) => void;
  readonly resetDirty: (values?: Values) => void;
}

/**
 * For a form that stays on the page while its values are stored, by itself or by another form: it is not made anew, so the focus and
 * what was typed elsewhere stay.
 */
export function useStoredValues<Values extends object>(form: Form<Values>, stored: Values, version: number): void {
  const former = useRef({ stored, version });
  useEffect(() => {
    if (former.current.version === version) return;
    const merged = mergeStored(form.getValues(), former.current.stored, stored);
    former.current = { stored, version };
    form.setInitialValues(stored);
    form.setValues(merged);
    form.resetDirty(stored);
  }, [form, stored, version]);
}
