'use client';

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type AttendanceKind, LIMITS } from '@rollcall/contracts';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { OnePhotoField } from '../camera/one-photo-field';
import { useOnePhoto } from '../camera/use-one-photo';
import classes from './mark-desk.module.css';
import { MarkResult } from './mark-result';
import { useMark } from './use-mark';

const KINDS: readonly AttendanceKind[] = ['AUTO', 'CHECK_IN', 'CHECK_OUT'];

/** Number, face, done. The camera stays on behind the answer, so the next person does not wait for it. */
export function MarkDesk() {
  const t = useTranslations();
  const photo = useOnePhoto();
  const mark = useMark();
  const numberRef = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  const [kind, setKind] = useState<AttendanceKind>('AUTO');
  const [isNumberMissing, setIsNumberMissing] = useState(false);
  const hasAnswer = mark.answer !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const employeeNumber = number.trim();
    setIsNumberMissing(employeeNumber === '');
    if (employeeNumber === '') return numberRef.current?.focus();
    const blob = await photo.take();
    if (blob !== null) await mark.start(employeeNumber, kind, blob);
    photo.forget();
  }

  function goOn({ keepsNumber }: { keepsNumber: boolean }) {
    mark.reset();
    if (!keepsNumber) setNumber('');
    // The field is shown again with the next frame.
    requestAnimationFrame(() => numberRef.current?.focus());
  }

  return (
    <div className={classes.desk}>
      <form className={classes.form} onSubmit={submit} noValidate hidden={hasAnswer}>
        <TextInput
          ref={numberRef}
          label={t('mark.number')}
          classNames={{ input: classes.number }}
          size="lg"
          autoComplete="off"
          autoFocus
          maxLength={LIMITS.maxEmployeeNumberLength}
          value={number}
          error={isNumberMissing ? t('mark.numberNeeded') : null}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <OnePhotoField photo={photo} />
        <SegmentedControl
          fullWidth
          aria-label={t('mark.kind')}
          value={kind}
          onChange={(value) => setKind(value as AttendanceKind)}
          data={KINDS.map((value) => ({ value, label: t(`attendanceKind.${value}`) }))}
        />
        <Button type="submit" size="xl" loading={mark.isSending} leftSection={<IconUserCheck size={24} aria-hidden />}>
          {t('mark.submit')}
        </Button>
        <p className={classes.promise}>{t('camera.promise')}</p>
      </form>
      <section className={classes.result} aria-label={t('verify.resultLabel')} aria-live="assertive">
        {mark.answer && (
          <MarkResult
            answer={mark.answer}
            onNext={() => goOn({ keepsNumber: false })}
            onTryAgain={() => goOn({ keepsNumber: true })}
            onResend={mark.resend}
          />
        )}
      </section>
    </div>
  );
}
