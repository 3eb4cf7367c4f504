'use client';

import { Button, TextInput } from '@mantine/core';
import { LIMITS } from '@rollcall/contracts';
import { IconFaceId } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { VerifyFaceDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { toImageInput } from '../camera/image-input';
import { OnePhotoField } from '../camera/one-photo-field';
import { useOnePhoto } from '../camera/use-one-photo';
import type { VerifyAnswer } from './verify-answer';
import classes from './verify-desk.module.css';
import { VerifyResult } from './verify-result';

/** Number, face, answer. */
export function VerifyDesk({ initialNumber }: { readonly initialNumber: string }) {
  const t = useTranslations();
  const photo = useOnePhoto();
  const verify = useOperation(VerifyFaceDocument);
  const numberRef = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState(initialNumber);
  const [isNumberMissing, setIsNumberMissing] = useState(false);
  const [answer, setAnswer] = useState<VerifyAnswer | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const employeeNumber = number.trim();
    setIsNumberMissing(employeeNumber === '');
    if (employeeNumber === '') return numberRef.current?.focus();
    const blob = await photo.take();
    if (blob === null) return;
    setAnswer(null);
    const result = await verify.send({ input: { employeeNumber, image: await toImageInput(blob) } });
    photo.forget();
    setAnswer(
      result.ok ? { kind: 'answer', payload: result.data.verifyFace } : { kind: 'problem', problem: result.problem },
    );
  }

  return (
    <div className={classes.desk}>
      <form className={classes.form} onSubmit={submit} noValidate>
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
        <OnePhotoField photo={photo} />
        <Button type="submit" size="md" loading={verify.isSending} leftSection={<IconFaceId size={20} aria-hidden />}>
          {t('verify.submit')}
        </Button>
        <p className={classes.promise}>{t('camera.promise')}</p>
      </form>
      <VerifyResult answer={answer} isChecking={verify.isSending} />
    </div>
  );
}
