'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyOnce } from '../../components/ui/copy-once';
import { Dialog } from '../../components/ui/dialog';

interface SecretDialogProps {
  /** Null: nothing to show. */
  readonly value: string | null;
  readonly onDone: () => void;
}

/** The key for signatures, this once; closing the dialog forgets it. */
export function SecretDialog({ value, onDone }: SecretDialogProps) {
  const t = useTranslations('webhooks');
  return (
    <Dialog isOpen={value !== null} onClose={onDone} title={t('secretTitle')}>
      <CopyOnce
        notice={
          <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
            {t('secretText')}
          </Alert>
        }
        label={t('secretLabel')}
        value={value ?? ''}
        doneLabel={t('secretDone')}
        onDone={onDone}
      />
    </Dialog>
  );
}
