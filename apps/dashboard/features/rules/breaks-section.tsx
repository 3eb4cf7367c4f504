'use client';

import { Button, Stack } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { BreakRow } from './break-row';
import { emptyBreak } from './policy-fields';
import type { PolicyForm } from './policy-form-state';
import { RuleSection } from './rule-section';

const MAX_BREAKS = 10;

/** What is taken off the hours, by itself or when it is marked. */
export function BreaksSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  const { breaks } = form.values;
  return (
    <RuleSection title={t('breaksTitle')} text={t('breaksText')}>
      <Stack gap="sm">
        {breaks.map((rule, index) => (
          <BreakRow key={rule.key} form={form} index={index} />
        ))}
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={breaks.length >= MAX_BREAKS}
          onClick={() => form.insertListItem('breaks', emptyBreak(randomId()))}
        >
          {t('addBreak')}
        </Button>
      </Stack>
    </RuleSection>
  );
}
