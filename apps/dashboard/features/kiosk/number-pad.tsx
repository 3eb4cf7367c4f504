'use client';

import { IconBackspace, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './number-pad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface NumberPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
  /** The check key sends the form around it. */
  readonly canGoOn: boolean;
  readonly goOnLabel: string;
}

/** Digits as on a till, in the same order in every script. A press keeps the focus where it is. */
export function NumberPad({ onDigit, onBack, canGoOn, goOnLabel }: NumberPadProps) {
  const t = useTranslations('kiosk');
  const digit = (value: string) => (
    <button
      key={value}
      type="button"
      className={classes.key}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onDigit(value)}
    >
      {value}
    </button>
  );
  return (
    <div className={classes.pad} dir="ltr">
      {DIGITS.map(digit)}
      <button
        type="button"
        className={classes.key}
        data-quiet
        aria-label={t('back')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onBack}
      >
        <IconBackspace size={30} stroke={1.6} aria-hidden="true" />
      </button>
      {digit('0')}
      <button type="submit" className={classes.key} data-go aria-label={goOnLabel} disabled={!canGoOn}>
        <IconCheck size={34} stroke={2.2} aria-hidden="true" />
      </button>
    </div>
  );
}
