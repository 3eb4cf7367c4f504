'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import classes from './settings.module.css';
import type { SettingsTab } from './settings-tabs';

interface SettingsNavProps {
  readonly tabs: readonly SettingsTab[];
  readonly current: SettingsTab;
}

/** Links, not tabs: each part has an address of its own. Where they do not fit, the current one is brought into sight. */
export function SettingsNav({ tabs, current }: SettingsNavProps) {
  const t = useTranslations('settings');
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each tab that becomes the current one
  useEffect(() => {
    const link = nav.current?.querySelector('[aria-current]');
    if (nav.current && link) nav.current.scrollLeft += middleOf(link) - middleOf(nav.current);
  }, [current]);
  return (
    <nav ref={nav} aria-label={t('tabsLabel')} className={classes.nav}>
      {tabs.map((tab) => (
        <Link key={tab} href={`/settings?tab=${tab}`} aria-current={tab === current ? 'page' : undefined}>
          {t(`${tab}Tab`)}
        </Link>
      ))}
    </nav>
  );
}

/** Across the window, in either direction of writing. */
function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
