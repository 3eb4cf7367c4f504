'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { Dialog } from './dialog';
import { ProblemNote } from './problem-note';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly text: string;
  readonly confirmLabel: string;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly onConfirm: () => void;
  /** Beneath the text; left out: nothing. */
  readonly children?: ReactNode;
}

/** Asks before something that is hard to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, text, confirmLabel, isBusy, problem, onConfirm, children } = props;
  const t = useTranslations('common');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Stack>
        <Text>{text}</Text>
        {children}
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red.8" loading={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
