'use client';

import { useHotkeys } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useSignOut } from '../auth/use-sign-out';

const CommandPalette = dynamic(() => import('../palette/command-palette').then((module) => module.CommandPalette), {
  ssr: false,
});

interface PaletteOptions {
  readonly scopes: readonly string[];
  /** Shows the keys. */
  readonly onKeys: () => void;
  /** The key that shows them and hides them was pressed. */
  readonly onKeysKey: () => void;
}

interface Palette {
  /** To be rendered once. Nothing until the palette was opened for the first time: its code is loaded then. */
  readonly element: ReactNode;
  readonly open: () => void;
}

/** The palette with its keys: Ctrl or Command with K, and F1 for the list of keys; in fields too. */
export function usePalette({ scopes, onKeys, onKeysKey }: PaletteOptions): Palette {
  const [openedCount, setOpenedCount] = useState(0);
  const leave = useSignOut();
  const open = () => setOpenedCount((count) => count + 1);
  useHotkeys(
    [
      ['mod+K', open],
      ['F1', onKeysKey],
    ],
    [],
  );
  const element = openedCount > 0 && (
    <CommandPalette openedCount={openedCount} scopes={scopes} onKeys={onKeys} onSignOut={leave} />
  );
  return { element, open };
}
