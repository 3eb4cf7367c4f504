'use client';

import { ATTENDANCE_KINDS, type AttendanceKind, LIMITS } from '@rollcall/contracts';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isScanned } from './badge-scan';
import type { Who } from './kept-marks';
import { KioskClock } from './kiosk-clock';
import type { KioskTime } from './kiosk-time';
import { NumberPad } from './number-pad';
import classes from './who-stage.module.css';

interface WhoStageProps {
  readonly time: KioskTime;
  readonly timeZone: string | undefined;
  readonly kind: AttendanceKind;
  readonly onKind: (kind: AttendanceKind) => void;
  readonly onWho: (who: Who) => void;
}

/** A number that stands there for so long was left behind by somebody. */
const FORGET_AFTER_MS = 30_000;

/** The start: the time, a number on the pad or the keyboard or a badge at the scanner, and what the mark is for. */
export function WhoStage({ time, timeZone, kind, onKind, onWho }: WhoStageProps) {
  const t = useTranslations();
  const [number, setNumber] = useState('');
  const [hasLetters, setHasLetters] = useState(false);
  const keyTimes = useRef<number[]>([]);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (number === '') return;
    const timer = setTimeout(() => change(''), FORGET_AFTER_MS);
    return () => clearTimeout(timer);
  });

  function change(next: string) {
    if (next.length <= number.length) keyTimes.current = [];
    else keyTimes.current.push(performance.now());
    setNumber(next.slice(0, LIMITS.maxEmployeeNumberLength));
    field.current?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const value = number.trim();
    if (value === '') return field.current?.focus();
    onWho(isScanned(keyTimes.current) ? { badge: value } : { employeeNumber: value });
  }

  return (
    <form className={classes.stage} onSubmit={submit} noValidate>
      <section className={classes.welcome}>
        <KioskClock time={time} timeZone={timeZone} />
        <h1 className={classes.title}>{t('kiosk.welcome')}</h1>
        <p className={classes.hint}>{t('kiosk.hint')}</p>
        <div className={classes.kinds} role="radiogroup" aria-label={t('mark.kind')}>
          {ATTENDANCE_KINDS.map((value) => (
            <label key={value} className={classes.kind} data-chosen={value === kind || undefined}>
              <input
                type="radio"
                name="kind"
                value={value}
                checked={value === kind}
                onChange={() => {
                  onKind(value);
                  field.current?.focus();
                }}
              />
              {t(`attendanceKind.${value}`)}
            </label>
          ))}
        </div>
      </section>
      <section className={classes.entry} aria-label={t('mark.number')}>
        <div className={classes.field}>
          <input
            ref={field}
            className={classes.number}
            aria-label={t('mark.number')}
            placeholder={t('mark.number')}
            // The pad below is for fingers; a keyboard of the screen comes only when letters are wanted.
            inputMode={hasLetters ? 'text' : 'none'}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: whoever comes types or scans without touching anything
            autoFocus
            dir="ltr"
            value={number}
            onChange={(event) => change(event.currentTarget.value)}
          />
          <button
            type="button"
            className={classes.letters}
            aria-label={t('kiosk.letters')}
            aria-pressed={hasLetters}
            onClick={() => {
              setHasLetters(!hasLetters);
              field.current?.blur();
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            <IconKeyboard size={24} stroke={1.6} aria-hidden="true" />
          </button>
        </div>
        <NumberPad
          onDigit={(digit) => change(number + digit)}
          onBack={() => change(number.slice(0, -1))}
          canGoOn={number.trim() !== ''}
          goOnLabel={t('kiosk.goOn')}
        />
      </section>
    </form>
  );
}
