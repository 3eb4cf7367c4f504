'use client';

import { useTranslations } from 'next-intl';
import { LeverNumber } from './lever-number';
import { DAY_MINUTES, MAX_WINDOW_MINUTES, type PolicyForm } from './policy-form-state';
import { FieldGrid, RuleSection } from './rule-section';

const LEVERS = [
  ['halfDayBelowMinutes', DAY_MINUTES],
  ['absentBelowMinutes', DAY_MINUTES],
  ['halfDayIfLateMinutes', DAY_MINUTES],
  ['absentAfterMinutes', 43_200],
  ['autoCheckOut', MAX_WINDOW_MINUTES],
] as const;

/** When a day is a half one or none, and how a day without an end is closed. */
export function AbsenceSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  return (
    <RuleSection title={t('absenceTitle')} text={t('absenceText')}>
      <FieldGrid>
        {LEVERS.map(([path, max]) => (
          <LeverNumber
            key={path}
            form={form}
            path={path}
            label={t(`lever.${path}`)}
            help={t(`help.${path}`)}
            max={max}
          />
        ))}
      </FieldGrid>
    </RuleSection>
  );
}
