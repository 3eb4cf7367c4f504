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

/** A device that is not paired needs no camera. */
const PairedKiosk = lazy(() => import('./paired-kiosk').then((module) => ({ default: module.PairedKiosk })));

const CODE = /^code=([\w-]{1,20})$/;

/** The kiosk: pairing until this device has a key, then the desk. */
export function KioskApp() {
  const t = useTranslations('kiosk');
  const linkCode = CODE.exec(useLinkToken() ?? '')?.[1] ?? null;
  const [identity, setIdentity] = useState<KioskIdentity | null | 'loading' | 'unusable'>('loading');
  const [isRefused, setIsRefused] = useState(false);
  const [time, setTime] = useState<KioskTime | null>(null);

  useEffect(() => {
    // Keys need a page over HTTPS or on this machine itself, and a browser that stores.
    if (typeof crypto.subtle === 'undefined') return setIdentity('unusable');
    setTime(new KioskTime());
    loadIdentity().then(setIdentity, () => setIdentity('unusable'));
  }, []);

  function paired(next: KioskIdentity) {
    // The code is used up.
    window.history.replaceState(null, '', window.location.pathname);
    setIsRefused(false);
    setIdentity(next);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }

  const loader = <Loader aria-label={t('loading')} />;
  if (identity === 'loading' || time === null)
    return <KioskFrame>{identity === 'unusable' ? <Unusable /> : loader}</KioskFrame>;
  if (identity === 'unusable')
    return (
      <KioskFrame>
        <Unusable />
      </KioskFrame>
    );
  if (identity === null || isRefused || linkCode !== null)
    return (
      <KioskFrame>
        <PairScreen linkCode={linkCode} former={identity} onPaired={paired} />
      </KioskFrame>
    );
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
