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

/** The address that was asked for last and is not there yet; shared, since each filter has a hook of its own. */
let awaited: { readonly from: string; readonly to: URLSearchParams } | null = null;

/** Filters live in the address, so that a view can be kept, shared and gone back to. */
export function useFilters(): Filters {
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const current = `${pathname}?${searchParams}`;
  useEffect(() => {
    if (awaited !== null && awaited.from !== current) awaited = null;
  }, [current]);
  const get = useCallback((name: string) => searchParams.get(name) ?? '', [searchParams]);
  const set = useCallback(
    (values: Readonly<Record<string, string>>) => {
      // A second filter that is set before the first one's rows are there adds to it.
      const base = awaited?.from === current ? awaited.to : searchParams;
      const next = withValues(base, { ...values, after: '' });
      awaited = { from: current, to: new URLSearchParams(next) };
      startTransition(() => router.replace(next ? `${pathname}?${next}` : pathname, { scroll: false }));
    },
    [current, pathname, router, searchParams],
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
