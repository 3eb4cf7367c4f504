'use client';

import { type ReactNode, useMemo } from 'react';
import { Client, fetchExchange, Provider } from 'urql';
import type { KioskIdentity } from './kiosk-identity';
import type { KioskTime } from './kiosk-time';
import { createSignedFetch } from './signed-fetch';

interface KioskProviderProps {
  readonly identity: KioskIdentity;
  readonly time: KioskTime;
  readonly children: ReactNode;
}

/** Operations below it are sent in the name of the device, signed, and without any session there may be. */
export function KioskProvider({ identity, time, children }: KioskProviderProps) {
  const client = useMemo(
    () =>
      new Client({
        url: '/graphql',
        preferGetMethod: false,
        requestPolicy: 'network-only',
        exchanges: [fetchExchange],
        fetch: createSignedFetch(identity, time.clock),
      }),
    [identity, time],
  );
  return <Provider value={client}>{children}</Provider>;
}
