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

/** What the address is to become while it is still `from`: a second filter that is set meanwhile adds to it. */
let underway: { readonly pathname: string; readonly from: string; readonly to: string } | null = null;

/** Filters live in the address, so that a view can be kept, shared and gone back to. */
export function useFilters(): Filters {
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const get = useCallback((name: string) => searchParams.get(name) ?? '', [searchParams]);
  const set = useCallback(
    (values: Readonly<Record<string, string>>) => {
      const from = searchParams.toString();
      const isUnderway = underway?.pathname === pathname && underway.from === from;
      const current = isUnderway && underway !== null ? new URLSearchParams(underway.to) : searchParams;
      const next = withValues(current, { ...values, after: '' });
      underway = { pathname, from, to: next };
      startTransition(() => router.replace(next ? `${pathname}?${next}` : pathname, { scroll: false }));
    },
    [pathname, router, searchParams],
  );
  useEffect(() => {
    if (underway !== null && (underway.pathname !== pathname || underway.from !== searchParams.toString()))
      underway = null;
  }, [pathname, searchParams]);
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
