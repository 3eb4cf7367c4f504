'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyOnce } from '../../components/ui/copy-once';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useTranslations('security');
  return (
    <CopyOnce
      notice={
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('codesText')}
        </Alert>
      }
      label={t('codesLabel')}
      value={codes.join('\n')}
      doneLabel={t('codesDone')}
      onDone={onDone}
    />
  );
}
