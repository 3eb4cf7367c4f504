'use client';

import type { Scope } from '@rollcall/contracts';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { NAV_GROUPS, type NavItem } from './nav-items';
import classes from './nav-list.module.css';

interface NavListProps {
  readonly scopes: readonly string[];
  readonly onNavigate?: () => void;
}

export function NavList({ scopes, onNavigate }: NavListProps) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  const isOffered = (scope: Scope | null) => scope === null || scopes.includes(scope);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each page that becomes the current one
  useEffect(() => {
    // Low windows do not show all of it: where one is must be in sight.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={t('label')} className={classes.nav}>
      {NAV_GROUPS.map(({ label, items }) => {
        const offered = items.filter(({ scope }) => isOffered(scope));
        if (offered.length === 0) return null;
        return (
          <div key={label ?? 'rest'} className={classes.group}>
            {label && <p className={classes.groupLabel}>{t(label)}</p>}
            <ul className={classes.list}>
              {offered.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

/**
 * Fetched ahead when somebody points at it. Next would fetch every link that is in sight, and each of them anew after whatever
 * loads the page again: a change that is saved, a mark that comes in.
 */
function NavLink({ item, onNavigate }: { readonly item: NavItem; readonly onNavigate: (() => void) | undefined }) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  const [isWanted, setWanted] = useState(false);
  const isHere = pathname === item.href || pathname.startsWith(`${item.href}/`);
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      prefetch={isWanted ? null : false}
      className={classes.link}
      aria-current={isHere ? 'page' : undefined}
      onClick={onNavigate}
      onPointerEnter={() => setWanted(true)}
      onPointerLeave={() => setWanted(false)}
      onFocus={() => setWanted(true)}
      onBlur={() => setWanted(false)}
    >
      <Icon size={19} stroke={1.7} aria-hidden="true" />
      {t(item.label)}
    </Link>
  );
}
