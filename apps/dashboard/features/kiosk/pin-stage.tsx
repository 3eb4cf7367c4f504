'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { NumberPad } from './number-pad';
import classes from './pin-stage.module.css';

const MAX_DIGITS = 12;

interface PinStageProps {
  readonly onPin: (pin: string) => Promise<void> | void;
  readonly onCancel: () => void;
}

/** The PIN, on the pad or the keyboard; it is never shown and never stored. */
export function PinStage({ onPin, onCancel }: PinStageProps) {
  const t = useTranslations();
  const [pin, setPin] = useState('');
  const [isSending, setIsSending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pin === '' || isSending) return;
    setIsSending(true);
    await onPin(pin);
  }

  return (
    <form className={classes.stage} onSubmit={submit} noValidate>
      <h1 className={classes.title}>{t('kiosk.pinTitle')}</h1>
      <input
        className={classes.pin}
        type="password"
        inputMode="none"
        autoComplete="off"
        aria-label={t('mark.pin')}
        // biome-ignore lint/a11y/noAutofocus: the only thing to do here
        autoFocus
        maxLength={MAX_DIGITS}
        dir="ltr"
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <NumberPad
        onDigit={(digit) => setPin((pin + digit).slice(0, MAX_DIGITS))}
        onBack={() => setPin(pin.slice(0, -1))}
        canGoOn={pin !== '' && !isSending}
        goOnLabel={t('kiosk.goOn')}
      />
      <Button variant="default" size="lg" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  );
}
