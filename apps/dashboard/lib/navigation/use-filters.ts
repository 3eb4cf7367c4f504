'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useTransition } from 'react';

export interface Filters {
  readonly get: (name: string) => string;
  /** Writes values to the address; an empty one leaves it. The list starts again at its first page. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
  /** True while the new rows are on their way. */
  readonly isPending: boolean;
}

/** What was written while the page was at an address, and has not arrived there yet. */
let onItsWay: { readonly at: string; readonly next: string } | null = null;

/** Filters live in the address, so that a view can be kept, shared and gone back to. */
export function useFilters(): Filters {
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const get = useCallback((name: string) => searchParams.get(name) ?? '', [searchParams]);
  const at = `${pathname}?${searchParams}`;
  useEffect(() => {
    if (onItsWay?.at !== at) onItsWay = null;
  }, [at]);
  const set = useCallback(
    (values: Readonly<Record<string, string>>) => {
      // A filter that is changed before the one before it arrived must not undo that one.
      const current = onItsWay?.at === at ? new URLSearchParams(onItsWay.next) : searchParams;
      const next = withValues(current, { ...values, after: '' });
      onItsWay = { at, next };
      startTransition(() => router.replace(next ? `${pathname}?${next}` : pathname, { scroll: false }));
    },
    [at, pathname, router, searchParams],
  );
  return { get, set, isPending };
}

/** A search string with some values replaced; empty values are left out. */
export function withValues(current: URLSearchParams, values: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}
