'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LeverNumber } from './lever-number';
import { MAX_WINDOW_MINUTES, type PolicyForm } from './policy-form-state';
import { FieldGrid, RuleSection } from './rule-section';

const MAX_GAP_SECONDS = 3_600;
const PAIRINGS = ['ALTERNATING', 'BY_KIND'] as const;
const HOURS = ['FIRST_IN_LAST_OUT', 'EVERY_PAIR'] as const;

/** Which marks belong to a shift, and what they add up to. */
export function MarksSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  return (
    <RuleSection title={t('marksTitle')} text={t('marksText')}>
      <FieldGrid>
        <LeverNumber
          form={form}
          path="checkInOpensMinutesBefore"
          label={t('lever.checkInOpensMinutesBefore')}
          help={t('help.checkInOpensMinutesBefore')}
          max={MAX_WINDOW_MINUTES}
        />
        <LeverNumber
          form={form}
          path="checkOutClosesMinutesAfter"
          label={t('lever.checkOutClosesMinutesAfter')}
          help={t('help.checkOutClosesMinutesAfter')}
          max={MAX_WINDOW_MINUTES}
        />
        <NativeSelect
          label={t('lever.pairing')}
          description={t('help.pairing')}
          data={PAIRINGS.map((value) => ({ value, label: t(`pairing.${value}`) }))}
          {...form.getInputProps('pairing')}
        />
        <NativeSelect
          label={t('lever.hours')}
          description={t('help.hours')}
          data={HOURS.map((value) => ({ value, label: t(`hours.${value}`) }))}
          {...form.getInputProps('hours')}
        />
        <LeverNumber
          form={form}
          path="minimumMarkGapSeconds"
          label={t('lever.minimumMarkGapSeconds')}
          help={t('help.minimumMarkGapSeconds')}
          unit="seconds"
          max={MAX_GAP_SECONDS}
        />
      </FieldGrid>
    </RuleSection>
  );
}
