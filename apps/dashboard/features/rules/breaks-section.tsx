'use client';

import { Button, Group, Stack } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { LawBreaksFragment } from '../../gql/graphql';
import { BreakRow } from './break-row';
import { LawBreaksMenu } from './law-breaks-menu';
import { emptyBreak, withLawBreaks } from './policy-fields';
import type { PolicyForm } from './policy-form-state';
import { RuleSection } from './rule-section';

const MAX_BREAKS = 10;

interface BreaksSectionProps {
  readonly form: PolicyForm;
  readonly lawBreaks: readonly LawBreaksFragment[];
}

/** What is taken off the hours, by itself or when it is marked. */
export function BreaksSection({ form, lawBreaks }: BreaksSectionProps) {
  const t = useTranslations('rules');
  const { breaks } = form.values;
  return (
    <RuleSection title={t('breaksTitle')} text={t('breaksText')}>
      <Stack gap="sm">
        {breaks.map((rule, index) => (
          <BreakRow key={rule.key} form={form} index={index} />
        ))}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            disabled={breaks.length >= MAX_BREAKS}
            onClick={() => form.insertListItem('breaks', emptyBreak(randomId()))}
          >
            {t('addBreak')}
          </Button>
          <LawBreaksMenu
            laws={lawBreaks.filter((law) => withLawBreaks(breaks, law).length <= MAX_BREAKS)}
            onChoose={(law) => form.setFieldValue('breaks', withLawBreaks(breaks, law))}
          />
        </Group>
      </Stack>
    </RuleSection>
  );
}
