'use client';

import { useTranslations } from 'next-intl';
import { LeverNumber } from './lever-number';
import { DAY_MINUTES, type PolicyForm } from './policy-form-state';
import { FieldGrid, RuleSection } from './rule-section';

const MONTH_MINUTES = 44_640;
const MAX_OCCURRENCES = 366;

/** From when on somebody came late or left early, and what a month forgives. */
export function LatenessSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  return (
    <RuleSection title={t('latenessTitle')} text={t('latenessText')}>
      <FieldGrid>
        {(['lateGraceMinutes', 'earlyGraceMinutes'] as const).map((path) => (
          <LeverNumber
            key={path}
            form={form}
            path={path}
            label={t(`lever.${path}`)}
            help={t(`help.${path}`)}
            max={DAY_MINUTES}
          />
        ))}
        {(['lateMinutes', 'earlyMinutes'] as const).map((path) => (
          <LeverNumber
            key={path}
            form={form}
            path={path}
            label={t(`lever.${path}`)}
            help={t('help.allowance')}
            max={MONTH_MINUTES}
          />
        ))}
        {(['lateOccurrences', 'earlyOccurrences'] as const).map((path) => (
          <LeverNumber
            key={path}
            form={form}
            path={path}
            label={t(`lever.${path}`)}
            help={t('help.allowance')}
            unit="times"
            max={MAX_OCCURRENCES}
          />
        ))}
      </FieldGrid>
    </RuleSection>
  );
}
