'use client';

import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Key } from '../../components/ui/key';
import classes from './palette-button.module.css';

/** Where the palette is found without knowing its key. */
export function PaletteButton({ onOpen }: { readonly onOpen: () => void }) {
  const t = useTranslations('palette');
  return (
    <UnstyledButton className={classes.button} onClick={onOpen} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={17} stroke={1.8} aria-hidden="true" />
      <span className={classes.words}>{t('open')}</span>
      <span className={classes.keys} aria-hidden="true">
        <Key name="mod" />
        <Key name="K" />
      </span>
    </UnstyledButton>
  );
}
