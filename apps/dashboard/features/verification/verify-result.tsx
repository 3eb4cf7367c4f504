'use client';

import { Loader } from '@mantine/core';
import { IconFaceId } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Advice } from '../../components/ui/advice';
import { type Fact, Facts } from '../../components/ui/facts';
import { Person } from '../../components/ui/person';
import { ProblemNote } from '../../components/ui/problem-note';
import { Verdict } from '../../components/ui/verdict';
import type { VerifyFaceMutation } from '../../gql/graphql';
import { outcomeTone } from '../../lib/format/outcome-tone';
import { LivenessAdvice } from '../liveness/liveness-advice';
import { IdentifyResult } from './identify-result';
import type { VerifyAnswer } from './verify-answer';
import classes from './verify-desk.module.css';

interface VerifyResultProps {
  readonly answer: VerifyAnswer | null;
  readonly isChecking: boolean;
  readonly canNamePeople: boolean;
  /** Goes on with the number of somebody who was found. */
  readonly onVerify: (employeeNumber: string) => void;
}

export function VerifyResult({ answer, isChecking, canNamePeople, onVerify }: VerifyResultProps) {
  const t = useTranslations('verify');
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer !== null) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  return (
    <section ref={ref} className={classes.result} aria-label={t('resultLabel')} aria-live="polite">
      {answer === null ? (
        <p className={classes.waiting}>
          {isChecking ? <Loader aria-hidden="true" /> : <IconFaceId size={34} stroke={1.3} aria-hidden="true" />}
          {isChecking ? t('checking') : t('waiting')}
        </p>
      ) : answer.kind === 'problem' ? (
        <ProblemNote problem={answer.problem} />
      ) : answer.kind === 'identified' ? (
        <IdentifyResult payload={answer.payload} canNamePeople={canNamePeople} onVerify={onVerify} />
      ) : (
        <Answer payload={answer.payload} />
      )}
    </section>
  );
}

function Answer({ payload }: { readonly payload: VerifyFaceMutation['verifyFace'] }) {
  const t = useTranslations();
  const { outcome, quality, attempt } = payload;
  // Whose number it was is said only when the face fits it.
  const person = outcome === 'MATCH' ? attempt.employee : null;
  return (
    <>
      <Verdict tone={outcomeTone(outcome)} title={t(`outcome.${outcome}`)} text={t(`outcomeHint.${outcome}`)}>
        {person && <Person name={person.name} number={person.number} href={`/employees/${person.id}`} />}
      </Verdict>
      <LivenessAdvice liveness={attempt.liveness} />
      {outcome === 'LOW_QUALITY' && <Advice reasons={quality?.reasons ?? []} />}
      <Measurements payload={payload} />
    </>
  );
}

function Measurements({ payload }: { readonly payload: VerifyFaceMutation['verifyFace'] }) {
  const t = useTranslations();
  const format = useFormatter();
  const { similarity, operatingPoint, pad } = payload;
  const facts: Fact[] = [];
  if (similarity != null) {
    const digits = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    facts.push({
      label: t('verify.similarity'),
      value: t('verify.similarityOf', { value: digits(similarity), threshold: digits(operatingPoint.threshold) }),
    });
  }
  if (pad) facts.push({ label: t('verify.liveness'), value: t(`padOutcome.${pad.outcome}`) });
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}
