'use client';

import { Loader } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLinkToken } from '../auth/use-link-token';
import { KioskFrame } from './kiosk-frame';
import { type KioskIdentity, loadIdentity } from './kiosk-identity';
import { KioskTime } from './kiosk-time';
import { PairScreen } from './pair-screen';
import classes from './pair-screen.module.css';
import { rememberPaired } from './paired-cookie';

/** A device that is not paired needs no camera. */
const PairedKiosk = lazy(() => import('./paired-kiosk').then((module) => ({ default: module.PairedKiosk })));

const CODE = /^code=([\w-]{1,20})$/;

interface KioskAppProps {
  /** As far as the server knows; the key of the device decides. */
  readonly wasPaired: boolean;
}

/** The kiosk: pairing until this device has a key, then the desk. What the server believes is drawn before scripts are there. */
export function KioskApp({ wasPaired }: KioskAppProps) {
  const t = useTranslations('kiosk');
  const linkCode = CODE.exec(useLinkToken() ?? '')?.[1] ?? null;
  const [identity, setIdentity] = useState<KioskIdentity | null | 'loading' | 'unusable'>('loading');
  const [isRefused, setIsRefused] = useState(false);
  const [time, setTime] = useState<KioskTime | null>(null);

  useEffect(() => {
    // Keys need a page over HTTPS or on this machine itself, and a browser that stores.
    if (typeof crypto.subtle === 'undefined') return setIdentity('unusable');
    setTime(new KioskTime());
    loadIdentity().then(
      (found) => {
        rememberPaired(found !== null);
        setIdentity(found);
      },
      () => setIdentity('unusable'),
    );
  }, []);

  function paired(next: KioskIdentity) {
    // The code is used up.
    window.history.replaceState(null, '', window.location.pathname);
    rememberPaired(true);
    setIsRefused(false);
    setIdentity(next);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }

  const loader = <Loader aria-label={t('loading')} />;
  const isLooking = identity === 'loading' || time === null;
  if (identity === 'unusable')
    return (
      <KioskFrame>
        <Unusable />
      </KioskFrame>
    );
  if (identity === null || isRefused || linkCode !== null || (isLooking && !wasPaired))
    return (
      <KioskFrame>
        <PairScreen linkCode={linkCode} former={identity === 'loading' ? null : identity} onPaired={paired} />
      </KioskFrame>
    );
  if (identity === 'loading' || time === null) return <KioskFrame>{loader}</KioskFrame>;
  return (
    <Suspense fallback={<KioskFrame>{loader}</KioskFrame>}>
      <PairedKiosk identity={identity} time={time} onRefused={() => setIsRefused(true)} />
    </Suspense>
  );
}

function Unusable() {
  const t = useTranslations('kiosk');
  return (
    <div className={classes.panel} role="alert">
      <h1 className={classes.title}>{t('unusableTitle')}</h1>
      <p>{t('unusable')}</p>
    </div>
  );
}
