import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './settings.module.css';
import type { SettingsTab } from './settings-tabs';

interface SettingsNavProps {
  readonly tabs: readonly SettingsTab[];
  readonly current: SettingsTab;
}

/** Links, not tabs: each part has an address of its own. */
export function SettingsNav({ tabs, current }: SettingsNavProps) {
  const t = useTranslations('settings');
  return (
    <nav aria-label={t('tabsLabel')} className={classes.nav}>
      {tabs.map((tab) => (
        <Link key={tab} href={`/settings?tab=${tab}`} aria-current={tab === current ? 'page' : undefined}>
          {t(`${tab}Tab`)}
        </Link>
      ))}
    </nav>
  );
}
