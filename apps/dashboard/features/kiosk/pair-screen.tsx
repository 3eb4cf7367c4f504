'use client';

import { Button, TextInput } from '@mantine/core';
import { normalisePairingCode } from '@rollcall/contracts';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { PairDeviceDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { createKeyPair, proofOfPairing } from './device-key';
import type { KioskIdentity } from './kiosk-identity';
import { saveIdentity } from './kiosk-identity';
import classes from './pair-screen.module.css';

interface PairScreenProps {
  /** Out of the link; null: it is to be typed. */
  readonly linkCode: string | null;
  /** Who this device was until now, if the server lets it in no more or it is to be paired anew. */
  readonly former: KioskIdentity | null;
  readonly onPaired: (identity: KioskIdentity) => void;
}

/** What a device shows that is not paired: what to do, and a field for the code. */
export function PairScreen({ linkCode, former, onPaired }: PairScreenProps) {
  const t = useTranslations();
  const pair = useOperation(PairDeviceDocument);
  const [typed, setTyped] = useState('');
  const [isPairing, setIsPairing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | 'codeNeeded' | null>(null);

  // The link is known only when the browser has the page.
  useEffect(() => {
    if (linkCode) setTyped(linkCode);
  }, [linkCode]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const code = normalisePairingCode(typed);
    if (code === '') return setProblem('codeNeeded');
    setIsPairing(true);
    const keys = await createKeyPair();
    const result = await pair.send({ input: await proofOfPairing(code, keys) });
    if (result.ok) {
      const { id: deviceId, name, siteName } = result.data.pairDevice;
      const identity = { deviceId, name, siteName, privateKey: keys.privateKey };
      await saveIdentity(identity);
      onPaired(identity);
    } else setProblem(result.problem);
    setIsPairing(false);
  }

  const error =
    problem &&
    (problem === 'codeNeeded' || problem === 'NOT_FOUND' ? t(`kiosk.pair.${problem}`) : t(`error.${problem}`));
  return (
    <form className={classes.panel} onSubmit={submit} noValidate>
      <span className={classes.sign} aria-hidden="true">
        <IconDeviceTablet size={38} stroke={1.5} />
      </span>
      <h1 className={classes.title}>{t('kiosk.pair.title')}</h1>
      {former && <p className={classes.former}>{t('kiosk.pair.former', { name: former.name })}</p>}
      <ol className={classes.steps}>
        <li>{t('kiosk.pair.step1')}</li>
        <li>{t('kiosk.pair.step2')}</li>
        <li>{t('kiosk.pair.step3')}</li>
      </ol>
      <TextInput
        label={t('kiosk.pair.code')}
        size="xl"
        classNames={{ input: classes.code }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        autoFocus
        dir="ltr"
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="xl" loading={isPairing}>
        {t('kiosk.pair.submit')}
      </Button>
    </form>
  );
}
