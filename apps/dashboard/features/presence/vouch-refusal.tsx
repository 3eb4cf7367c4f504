'use client';

import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import type { VouchRefusal as Refusal } from './use-vouch';

/** The answer no is told as at the desk; a person of others or oneself has its own sentence. */
export function VouchRefusal({ refusal }: { readonly refusal: Refusal | null }) {
  const t = useTranslations();
  if (refusal === null) return null;
  if (refusal.kind === 'problem') {
    const { problem } = refusal;
    return <ProblemNote problem={problem} text={problem === 'FORBIDDEN' ? t('vouch.notYourself') : undefined} />;
  }
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      title={t(`outcome.${refusal.outcome}`)}
      icon={<IconAlertCircle aria-hidden="true" />}
    >
      {t(`outcomeHint.${refusal.outcome}`)}
    </Alert>
  );
}
