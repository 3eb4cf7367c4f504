'use client';

import { useOs } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import classes from './key.module.css';

/** A key as it is printed on this computer's keyboard. `mod` is Ctrl, or Command on a Mac. */
export function Key({ name }: { readonly name: string }) {
  const t = useTranslations('keys');
  const os = useOs();
  const shown = name === 'mod' ? (os === 'macos' || os === 'ios' ? '⌘' : t('ctrl')) : name;
  return (
    <kbd className={classes.key} dir="ltr">
      {shown}
    </kbd>
  );
}
