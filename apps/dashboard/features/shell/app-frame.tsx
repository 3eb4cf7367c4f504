'use client';

import { ActionIcon, Burger } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../../components/ui/logo';
import { SideSheet } from '../../components/ui/side-sheet';
import { SkipLink } from '../../components/ui/skip-link';
import { SessionKeeper } from '../auth/session-keeper';
import { KeysDialog } from '../help/keys-dialog';
import { NotificationBell } from '../notifications/notification-bell';
import { PaletteButton } from '../palette/palette-button';
import classes from './app-frame.module.css';
import { NavList } from './nav-list';
import { usePalette } from './use-palette';
import { UserMenu } from './user-menu';

interface AppFrameProps {
  readonly name: string;
  readonly detail: string;
  readonly scopes: readonly string[];
  readonly children: ReactNode;
}

/** The frame of the signed-in area: a sidebar, or on small screens a bar with a drawer. */
export function AppFrame({ name, detail, scopes, children }: AppFrameProps) {
  const t = useTranslations('nav');
  const tp = useTranslations('palette');
  const [isOpen, drawer] = useDisclosure(false);
  const [areKeysOpen, keys] = useDisclosure(false);
  // One bell, where it is seen: each asks the server.
  const isNarrow = useMediaQuery('(max-width: 62em)');
  const palette = usePalette({ scopes, onKeys: keys.open, onKeysKey: keys.toggle });
  const menu = <UserMenu name={name} detail={detail} onKeys={keys.open} />;
  return (
    <div className={classes.frame}>
      <SkipLink />
      <SessionKeeper />
      {palette.element}
      <KeysDialog isOpen={areKeysOpen} onClose={keys.close} />
      <header className={classes.bar}>
        <Link href="/overview" prefetch={false} className={classes.home}>
          <Logo />
        </Link>
        <div className={classes.barEnd}>
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={palette.open} aria-label={tp('open')}>
            <IconSearch size={20} aria-hidden="true" />
          </ActionIcon>
          {isNarrow && <NotificationBell />}
          <Burger opened={isOpen} onClick={drawer.open} aria-label={t('open')} size="sm" />
        </div>
      </header>
      <SideSheet
        isOpen={isOpen}
        onClose={drawer.close}
        title={t('menuTitle')}
        closeLabel={t('close')}
        side="left"
        size="18rem"
      >
        <div className={classes.drawer}>
          <NavList scopes={scopes} onNavigate={drawer.close} />
          {menu}
        </div>
      </SideSheet>
      <div className={classes.sidebar}>
        <Link href="/overview" prefetch={false} className={classes.home}>
          <Logo />
        </Link>
        <div className={classes.tools}>
          <PaletteButton onOpen={palette.open} />
          {!isNarrow && <NotificationBell />}
        </div>
        <div className={classes.links}>
          <NavList scopes={scopes} />
        </div>
        {menu}
      </div>
      <main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.content}>{children}</div>
      </main>
    </div>
  );
}
