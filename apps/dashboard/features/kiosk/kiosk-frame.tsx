'use client';

import { ActionIcon } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Logo } from '../../components/ui/logo';
import { LanguageMenu } from '../language/language-menu';
import classes from './kiosk-frame.module.css';

interface KioskFrameProps {
  /** Where the device stands, and how it fares. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
}

/** The whole screen of a kiosk. */
export function KioskFrame({ status, children }: KioskFrameProps) {
  const t = useTranslations('kiosk');
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Logo />
        <div className={classes.status}>{status}</div>
        <div className={classes.tools}>
          <LanguageMenu />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('fullScreen')} onClick={toggleFullScreen}>
            <IconMaximize size={20} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </div>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}

/** A browser that does not know it, or forbids it, stays as it is. */
function toggleFullScreen(): void {
  const { fullscreenElement, documentElement } = document;
  const change = fullscreenElement ? document.exitFullscreen() : documentElement.requestFullscreen?.();
  change?.catch(() => undefined);
}
