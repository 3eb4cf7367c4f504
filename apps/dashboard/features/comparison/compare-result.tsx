'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Advice } from '../../components/ui/advice';
import { type Fact, Facts } from '../../components/ui/facts';
import { ProblemNote } from '../../components/ui/problem-note';
import { Verdict } from '../../components/ui/verdict';
import { outcomeTone } from '../../lib/format/outcome-tone';
import type { CompareAnswer } from './compare-answer';
import classes from './comparison.module.css';

type Payload = Extract<CompareAnswer, { kind: 'answer' }>['payload'];

interface CompareResultProps {
  readonly answer: CompareAnswer | null;
  readonly isBusy: boolean;
}

export function CompareResult({ answer, isBusy }: CompareResultProps) {
  const t = useTranslations('comparison');
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer !== null) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  return (
    <section ref={ref} className={classes.result} aria-label={t('result')} aria-live="polite">
      {answer === null && <p className={classes.note}>{t(isBusy ? 'comparing' : 'waiting')}</p>}
      {answer?.kind === 'problem' && <ProblemNote problem={answer.problem} />}
      {answer?.kind === 'answer' && (
        <>
          <Answer payload={answer.payload} />
          {answer.of === 'DOCUMENT' && <p className={classes.note}>{t('documentUnmeasured')}</p>}
        </>
      )}
    </section>
  );
}

function Answer({ payload }: { readonly payload: Payload }) {
  const t = useTranslations();
  const format = useFormatter();
  const { outcome, failedImage, similarity, operatingPoint, referenceQuality, probeQuality } = payload;
  const title = outcome === 'MATCH' || outcome === 'NON_MATCH' ? t(`comparison.${outcome}`) : t(`outcome.${outcome}`);
  const failed = failedImage === 'REFERENCE' ? referenceQuality : probeQuality;
  const percent = (quality: Payload['probeQuality']) =>
    quality ? format.number(quality.score, { style: 'percent', maximumFractionDigits: 0 }) : t('comparison.noQuality');
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const facts: Fact[] = [
    { label: t('comparison.referenceQuality'), value: percent(referenceQuality) },
    { label: t('comparison.probeQuality'), value: percent(probeQuality) },
  ];
  if (similarity != null) {
    const value = t('verify.similarityOf', { value: digits(similarity), threshold: digits(operatingPoint.threshold) });
    facts.push({ label: t('verify.similarity'), value });
  }
  return (
    <>
      <Verdict
        tone={outcomeTone(outcome)}
        title={title}
        text={
          failedImage
            ? t(`comparison.failed.${failedImage}`)
            : t(`comparison.text.${outcome === 'MATCH' ? 'MATCH' : 'NON_MATCH'}`)
        }
      />
      {outcome === 'LOW_QUALITY' && <Advice reasons={failed?.reasons ?? []} />}
      <Facts facts={facts} />
    </>
  );
}
