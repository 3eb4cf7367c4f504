'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Advice } from '../../components/ui/advice';
import { type Fact, Facts } from '../../components/ui/facts';
import { Moment } from '../../components/ui/moment';
import { OutcomePill } from '../../components/ui/outcome-pill';
import { SideSheet } from '../../components/ui/side-sheet';
import type { AttemptFragment } from '../../gql/graphql';
import { AttemptPhoto } from '../evidence/attempt-photo';
import { LivenessAdvice } from '../liveness/liveness-advice';
import classes from './attempt-detail.module.css';
import { AttemptPerson } from './attempt-person';
import { QualityMeasures } from './quality-measures';

interface AttemptDetailProps {
  readonly attempt: AttemptFragment | null;
  readonly onClose: () => void;
}

/** Everything that was kept of one attempt. */
export function AttemptDetail({ attempt, onClose }: AttemptDetailProps) {
  const t = useTranslations();
  return (
    <SideSheet
      isOpen={attempt !== null}
      onClose={onClose}
      title={t('attempts.detailTitle')}
      closeLabel={t('common.close')}
    >
      {attempt && (
        <div className={classes.detail}>
          <AttemptPerson attempt={attempt} />
          <AttemptFacts attempt={attempt} />
          {attempt.hasPhoto && <AttemptPhoto key={attempt.id} attemptId={attempt.id} />}
          <LivenessAdvice liveness={attempt.liveness} />
          {attempt.quality && (
            <>
              <Advice reasons={attempt.quality.reasons} />
              <QualityMeasures measures={attempt.quality.measures} />
            </>
          )}
        </div>
      )}
    </SideSheet>
  );
}

function AttemptFacts({ attempt }: { readonly attempt: AttemptFragment }) {
  const t = useTranslations();
  const format = useFormatter();
  const { outcome, kind, source, at, similarity, operatingPoint, modelId, quality, pad } = attempt;
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const facts: Fact[] = [
    { label: t('attempts.columnResult'), value: <OutcomePill outcome={outcome} /> },
    { label: t('attempts.columnTime'), value: <Moment at={at} style="dateTime" /> },
    { label: t('attempts.columnKind'), value: t(`attemptKind.${kind}`) },
    { label: t('attempts.columnSource'), value: t(`attendanceSource.${source}`) },
  ];
  if (similarity != null) facts.push({ label: t('attempts.similarity'), value: digits(similarity) });
  if (operatingPoint) facts.push({ label: t('attempts.threshold'), value: digits(operatingPoint.threshold) });
  if (modelId) facts.push({ label: t('attempts.model'), value: modelId });
  if (quality) {
    facts.push({ label: t('attempts.quality'), value: t('common.percent', { value: quality.score }) });
  }
  if (pad) {
    const label = t(`padOutcome.${pad.outcome}`);
    const hasScore = pad.score != null;
    facts.push({
      label: t('attempts.live'),
      value: hasScore
        ? t('attempts.liveScore', { label, score: digits(pad.score ?? 0), threshold: digits(pad.threshold) })
        : label,
    });
  }
  return <Facts facts={facts} />;
}
