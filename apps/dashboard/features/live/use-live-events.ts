'use client';

import { stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { useEffect } from 'react';

/** The session has ended, or means other rights now: only loading the page again helps, and that goes by itself. */
const FINAL_CLOSE_CODES: ReadonlySet<unknown> = new Set([4401, 4403]);

/**
 * Calls back at each event of a subscription while the page is there. A socket that fails is opened again, with growing pauses;
 * what must not depend on it needs a second way.
 *
 * @param variablesText the variables as JSON, so that equal ones are the same
 * @param onEvent must stay the same between renders
 */
export function useLiveEvents(document: DocumentNode, variablesText: string, onEvent: () => void): void {
  useEffect(() => {
    const { protocol, host } = window.location;
    const client = createClient({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: (event) => !FINAL_CLOSE_CODES.has((event as { readonly code?: unknown }).code),
      // What happened between two sockets is told by no event.
      on: { connected: (_socket, _payload, isRetry) => isRetry && onEvent() },
    });
    client.subscribe(
      { query: stringifyDocument(document), variables: JSON.parse(variablesText) },
      // A refusal is no news for the person: the page goes on by its second way.
      { next: onEvent, error: () => undefined, complete: () => undefined },
    );
    return () => void client.dispose();
  }, [document, variablesText, onEvent]);
}
