'use client';

import { type ReactNode, useState } from 'react';
import { Client, fetchExchange, mapExchange, Provider } from 'urql';
import { signInPath } from '../navigation/return-path';
import { problemOfCombined } from './api-problem';

/** Lets client components send operations. Lists are read on the server; here are mutations and answers on demand. */
export function GraphqlProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createClient);
  return <Provider value={client}>{children}</Provider>;
}

function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'network-only',
    exchanges: [mapExchange({ onError: (error) => leaveIfSignedOut(problemOfCombined(error)) }), fetchExchange],
  });
}

/** The session ended while the page was open. */
function leaveIfSignedOut(problem: string): void {
  if (problem === 'UNAUTHENTICATED')
    window.location.assign(signInPath(window.location.pathname + window.location.search));
}
