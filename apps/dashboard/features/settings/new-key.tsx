'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyOnce } from '../../components/ui/copy-once';

interface NewKeyProps {
  readonly value: string;
  readonly onDone: () => void;
}

export function NewKey({ value, onDone }: NewKeyProps) {
  const t = useTranslations('settings');
  return (
    <CopyOnce
      notice={
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('keyShownText')}
        </Alert>
      }
      label={t('keyShownLabel')}
      value={value}
      doneLabel={t('keyShownDone')}
      onDone={onDone}
    />
  );
}
