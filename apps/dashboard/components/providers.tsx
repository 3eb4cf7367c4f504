'use client';

import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { type ReactNode, useState } from 'react';
import { GraphqlProvider } from '../lib/graphql/graphql-provider';
import { theme } from '../lib/theme';

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
