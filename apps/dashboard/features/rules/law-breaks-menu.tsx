'use client';

import { Button, Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { ActionMenu } from '../../components/ui/action-menu';
import type { LawBreaksFragment } from '../../gql/graphql';

interface LawBreaksMenuProps {
  readonly laws: readonly LawBreaksFragment[];
  readonly onChoose: (law: LawBreaksFragment) => void;
}

/** Breaks that a law asks for, by country; choosing one fills in its breaks. */
export function LawBreaksMenu({ laws, onChoose }: LawBreaksMenuProps) {
  const t = useTranslations('rules');
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region' });
  return (
    <ActionMenu
      position="bottom-start"
      width="min(26rem, 90vw)"
      trigger={
        <Button variant="default" leftSection={<IconGavel size={18} aria-hidden="true" />} disabled={laws.length === 0}>
          {t('breaksByLaw')}
        </Button>
      }
      choices={laws.map((law) => ({
        id: law.country,
        onSelect: () => onChoose(law),
        label: (
          <>
            {countries.of(law.country)} · <bdi>{law.law}</bdi>
            {law.steps.map((step) => (
              <Text key={step.afterWorkedMinutes} size="xs" c="dimmed">
                {t('lawBreakStep', { ...step })}
              </Text>
            ))}
          </>
        ),
      }))}
    />
  );
}
