'use client';

import { useTranslations } from 'next-intl';
import { Pill } from '../../components/ui/pill';
import classes from './kiosk-frame.module.css';
import type { KioskIdentity } from './kiosk-identity';
import type { KioskContact } from './use-kiosk-contact';

interface KioskStatusProps {
  readonly identity: KioskIdentity;
  readonly contact: KioskContact;
}

/** Which device this is, whether it reaches the server, and how many marks wait here. */
export function KioskStatus({ identity, contact: { state, device, keptCount } }: KioskStatusProps) {
  const t = useTranslations('kiosk');
  return (
    <>
      <span className={classes.place}>
        <bdi>{device?.name ?? identity.name}</bdi> · <bdi>{device?.site?.name ?? identity.siteName}</bdi>
      </span>
      <span role="status">
        {state === 'offline' && <Pill tone="warn">{t('offline')}</Pill>}
        {keptCount > 0 && <Pill tone="quiet">{t('kept', { count: keptCount })}</Pill>}
      </span>
    </>
  );
}
