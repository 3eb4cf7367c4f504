'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import type { SavedViews } from './use-saved-views';
import { ViewLine } from './view-line';

interface ManageViewsProps {
  readonly saved: SavedViews;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Renames and removes views. */
export function ManageViews({ saved, isOpen, onClose }: ManageViewsProps) {
  const t = useTranslations('savedViews');
  const done = useRef<HTMLButtonElement>(null);
  const { views, problem } = saved;

  function close() {
    saved.clear();
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('manage')}>
      <Stack>
        {problem && <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('nameTaken') : undefined} />}
        {views.length === 0 && <Text role="status">{t('none')}</Text>}
        {views.map((view) => (
          // The button that was pressed goes with its line.
          <ViewLine key={view.id} view={view} saved={saved} onRemoved={() => done.current?.focus()} />
        ))}
        <Group justify="flex-end">
          <Button ref={done} variant="default" onClick={close}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
