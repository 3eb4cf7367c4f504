'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

const RENEW_AFTER_MS = 5 * 60 * 1000;

/**
 * Renews the session cookie while someone works. Pages are loaded by our server, which cannot hand renewed cookies on,
 * so the browser asks itself, on moving to another page and at most every five minutes. A page left open renews nothing.
 */
export function SessionKeeper() {
  const pathname = usePathname();
  const renewedAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to another page is the trigger
  useEffect(() => {
    if (performance.now() - renewedAt.current < RENEW_AFTER_MS) return;
    renewedAt.current = performance.now();
    // If this fails the next page load finds out, and says so.
    fetch('/api/auth/get-session').catch(() => undefined);
  }, [pathname]);
  return null;
}
