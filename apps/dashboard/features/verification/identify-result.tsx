'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Advice } from '../../components/ui/advice';
import { Facts } from '../../components/ui/facts';
import { Person } from '../../components/ui/person';
import { Verdict } from '../../components/ui/verdict';
import type { IdentifyFaceMutation } from '../../gql/graphql';
import { outcomeTone } from '../../lib/format/outcome-tone';
import { LivenessAdvice } from '../liveness/liveness-advice';
import { likenessOf } from './likeness';
import classes from './verify-desk.module.css';

interface IdentifyResultProps {
  readonly payload: IdentifyFaceMutation['identifyFace'];
  readonly canNamePeople: boolean;
  readonly onVerify: (employeeNumber: string) => void;
}

/** Who it is, or who comes into question and what to do then. */
export function IdentifyResult({ payload, canNamePeople, onVerify }: IdentifyResultProps) {
  const t = useTranslations();
  const { outcome, candidates, operatingPoint, quality, pad, attempt } = payload;
  const own = { MATCH: 'match', AMBIGUOUS: 'ambiguous', NO_MATCH: 'noMatch' } as const;
  const key = outcome in own ? own[outcome as keyof typeof own] : null;
  const title = key ? t(`identify.${key}Title`) : t(`outcome.${outcome}`);
  const text = key ? t(`identify.${key}Text`) : t(`outcomeHint.${outcome}`);
  const isNamed = canNamePeople || (outcome !== 'MATCH' && outcome !== 'AMBIGUOUS');
  return (
    <>
      <Verdict tone={outcomeTone(outcome)} title={title} text={text} />
      {!isNamed && <p className={classes.note}>{t('identify.notNamed')}</p>}
      {candidates.length > 0 && (
        <ul className={classes.candidates} aria-label={t('identify.candidates')}>
          {candidates.map(({ employee: { id, name, number }, similarity }) => (
            <li key={id}>
              <Person name={name} number={number} href={`/employees/${id}`} />
              {similarity != null && <span>{t(`identify.likeness.${likenessOf(similarity, operatingPoint)}`)}</span>}
              {outcome === 'AMBIGUOUS' && (
                <Button size="compact-sm" variant="default" onClick={() => onVerify(number)}>
                  {t('identify.verifyNumber', { number })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <LivenessAdvice liveness={attempt.liveness} />
      {outcome === 'LOW_QUALITY' && <Advice reasons={quality?.reasons ?? []} />}
      {pad && <Facts facts={[{ label: t('verify.liveness'), value: t(`padOutcome.${pad.outcome}`) }]} />}
    </>
  );
}
