'use client';

import type { DocumentNode } from 'graphql';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { LiveMarksDocument, LivePresenceDocument } from '../../gql/graphql';
import { useLiveEvents } from './use-live-events';

/** In the rush of a shift's begin many marks come at once; they are shown together. */
const AT_MOST_EVERY_MS = 1_000;

/** Loads the page's data again when somebody makes a mark, while someone looks at it. Beside `AutoRefresh`, which needs no socket. */
export function LiveMarksRefresh() {
  return <LiveRefresh document={LiveMarksDocument} variablesText="{}" />;
}

/** The same when it changes who is in: also where somebody leaves by a mark at another site. */
export function LivePresenceRefresh({ siteId }: { readonly siteId: string | null }) {
  return <LiveRefresh document={LivePresenceDocument} variablesText={JSON.stringify({ siteId })} />;
}

interface LiveRefreshProps {
  readonly document: DocumentNode;
  readonly variablesText: string;
}

function LiveRefresh({ document: asked, variablesText }: LiveRefreshProps) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const refreshSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      if (document.visibilityState === 'visible') router.refresh();
    }, AT_MOST_EVERY_MS);
  }, [router]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useLiveEvents(asked, variablesText, refreshSoon);
  return null;
}
