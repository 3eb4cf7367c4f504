'use client';

import { DirectionProvider, MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { GraphqlProvider } from '../lib/graphql/graphql-provider';
import { theme } from '../lib/theme';

// Nobody is told anything before the page is there; what is said meanwhile waits for it.
const Notifications = dynamic(() => import('./notifications').then((module) => module.Notifications), { ssr: false });

interface ProvidersProps {
  /** Of the page that was loaded: a later one would not fit the policy the browser enforces. */
  readonly nonce: string;
  readonly direction: 'ltr' | 'rtl';
  readonly children: ReactNode;
}

/** What client components need around them. */
export function Providers({ nonce, direction, children }: ProvidersProps) {
  const [firstNonce] = useState(() => {
    // For the style element that keeps the page from scrolling behind a dialog.
    setNonce(nonce);
    return nonce;
  });
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => firstNonce}>
        <GraphqlProvider>{children}</GraphqlProvider>
        <Notifications position="bottom-right" />
      </MantineProvider>
    </DirectionProvider>
  );
}
