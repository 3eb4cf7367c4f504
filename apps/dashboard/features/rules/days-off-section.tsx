'use client';

import { Stack, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { PolicyForm } from './policy-form-state';
import { RuleSection } from './rule-section';

/** Work on days on which nobody has to work, and from when on days are judged at all. */
export function DaysOffSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  return (
    <RuleSection title={t('daysOffTitle')} text={t('daysOffText')}>
      <Stack>
        {(['markOnHolidays', 'markOnWeeklyOffs'] as const).map((path) => (
          <Switch
            key={path}
            label={t(`lever.${path}`)}
            description={t(`help.${path}`)}
            {...form.getInputProps(path, { type: 'checkbox' })}
          />
        ))}
        <TextInput
          type="date"
          maw="20rem"
          label={t('lever.processFrom')}
          description={t('help.processFrom')}
          {...form.getInputProps('processFrom')}
        />
      </Stack>
    </RuleSection>
  );
}
