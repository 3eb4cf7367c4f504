'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { PolicyForm } from './policy-form-state';
import { FieldGrid, RuleSection } from './rule-section';

/** What divides an hour. */
const STEPS = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60] as const;
const DIRECTIONS = ['NEAREST', 'UP', 'DOWN'] as const;

/** How times are rounded before hours are counted. */
export function RoundingSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  const steps = [
    { value: '', label: t('noRounding') },
    ...STEPS.map((minutes) => ({ value: String(minutes), label: t('roundTo', { minutes }) })),
  ];
  const directions = DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }));
  return (
    <RuleSection title={t('roundingTitle')} text={t('roundingText')}>
      <FieldGrid>
        {(['roundIn', 'roundOut'] as const).flatMap((side) => [
          <NativeSelect
            key={side}
            label={t(`lever.${side}`)}
            data={steps}
            {...form.getInputProps(`${side}.toMinutes`)}
          />,
          <NativeSelect
            key={`${side}-direction`}
            label={t(`lever.${side}Direction`)}
            data={directions}
            disabled={form.values[side].toMinutes === ''}
            {...form.getInputProps(`${side}.direction`)}
          />,
        ])}
      </FieldGrid>
    </RuleSection>
  );
}
