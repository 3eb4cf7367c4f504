'use client';

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { LIMITS } from '@rollcall/contracts';
import { IconFaceId } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { FaceProofField } from '../liveness/face-proof-field';
import { useFaceProof } from '../liveness/use-face-proof';
import { useFaceQuestion } from './use-face-question';
import type { FaceQuestion } from './verify-answer';
import classes from './verify-desk.module.css';
import { VerifyResult } from './verify-result';

interface VerifyDeskProps {
  readonly initialNumber: string;
  readonly isLivenessRequired: boolean;
  /** False: a search tells only how it ended, never whom it found. Left out: nobody is searched for here. */
  readonly canNamePeople?: boolean;
}

/** Number and face, or the face alone; then the answer. */
export function VerifyDesk({ initialNumber, isLivenessRequired, canNamePeople }: VerifyDeskProps) {
  const t = useTranslations();
  const proof = useFaceProof({ isRequired: isLivenessRequired });
  const face = useFaceQuestion(proof);
  const [question, setQuestion] = useState<FaceQuestion>('verify');
  const numberRef = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState(initialNumber);
  const [isNumberMissing, setIsNumberMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const employeeNumber = question === 'verify' ? number.trim() : null;
    setIsNumberMissing(employeeNumber === '');
    if (employeeNumber === '') numberRef.current?.focus();
    else void face.ask(employeeNumber);
  }

  function choose(next: FaceQuestion): void {
    setQuestion(next);
    face.forget();
  }

  function verifyNumber(found: string): void {
    setNumber(found);
    choose('verify');
  }

  return (
    <div className={classes.desk}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {canNamePeople !== undefined && (
          <SegmentedControl
            fullWidth
            classNames={{ label: classes.question }}
            aria-label={t('identify.question')}
            value={question}
            onChange={(value) => choose(value as FaceQuestion)}
            data={[
              { value: 'verify', label: t('identify.isThis') },
              { value: 'identify', label: t('identify.whoIsThis') },
            ]}
          />
        )}
        {question === 'verify' ? (
          <TextInput
            ref={numberRef}
            label={t('verify.number')}
            size="md"
            autoComplete="off"
            maxLength={LIMITS.maxEmployeeNumberLength}
            value={number}
            error={isNumberMissing ? t('verify.numberNeeded') : null}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        ) : (
          <p className={classes.note}>{t('identify.note')}</p>
        )}
        <FaceProofField proof={proof} />
        <Button
          type="submit"
          size="md"
          loading={face.isSending || proof.step !== null}
          leftSection={<IconFaceId size={20} aria-hidden />}
        >
          {t(question === 'verify' ? 'verify.submit' : 'identify.submit')}
        </Button>
        <p className={classes.promise}>{t('camera.promise')}</p>
      </form>
      <VerifyResult
        answer={face.answer}
        isChecking={face.isSending}
        canNamePeople={canNamePeople ?? false}
        onVerify={verifyNumber}
      />
    </div>
  );
}
