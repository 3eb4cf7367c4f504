'use client';

import { Button, TextInput } from '@mantine/core';
import { LIMITS } from '@rollcall/contracts';
import { IconFaceId } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { VerifyFaceDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { FaceProofField } from '../liveness/face-proof-field';
import type { ShownFace } from '../liveness/shown-face';
import { useFaceProof } from '../liveness/use-face-proof';
import type { VerifyAnswer } from './verify-answer';
import classes from './verify-desk.module.css';
import { VerifyResult } from './verify-result';

interface VerifyDeskProps {
  readonly initialNumber: string;
  readonly isLivenessRequired: boolean;
}

/** Number, face, answer. */
export function VerifyDesk({ initialNumber, isLivenessRequired }: VerifyDeskProps) {
  const t = useTranslations();
  const proof = useFaceProof({ isRequired: isLivenessRequired });
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
    setAnswer(null);
    const taken = await proof.take(employeeNumber);
    if (!taken.ok) return taken.problem && setAnswer({ kind: 'problem', problem: taken.problem });
    let next = await ask(employeeNumber, taken.face);
    // One picture does not decide: light and reflections may deceive it.
    if (next.kind === 'answer' && next.payload.outcome === 'PRESENTATION_ATTACK') {
      const several = await proof.takeSeveral();
      if (several) next = await ask(employeeNumber, several);
    }
    proof.photo.forget();
    setAnswer(next);
  }

  async function ask(employeeNumber: string, face: ShownFace): Promise<VerifyAnswer> {
    const result = await verify.send({ input: { employeeNumber, ...face } });
    return result.ok
      ? { kind: 'answer', payload: result.data.verifyFace }
      : { kind: 'problem', problem: result.problem };
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
        <FaceProofField proof={proof} />
        <Button
          type="submit"
          size="md"
          loading={verify.isSending || proof.step !== null}
          leftSection={<IconFaceId size={20} aria-hidden />}
        >
          {t('verify.submit')}
        </Button>
        <p className={classes.promise}>{t('camera.promise')}</p>
      </form>
      <VerifyResult answer={answer} isChecking={verify.isSending} />
    </div>
  );
}
