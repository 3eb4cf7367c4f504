'use client';

import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import classes from './webhooks.module.css';

interface SecretDialogProps {
  /** Null: nothing to show. */
  readonly value: string | null;
  readonly onDone: () => void;
}

/** The key for signatures, this once; closing the dialog forgets it. */
export function SecretDialog({ value, onDone }: SecretDialogProps) {
  const t = useTranslations();
  return (
    <Dialog isOpen={value !== null} onClose={onDone} title={t('webhooks.secretTitle')}>
      <Stack>
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('webhooks.secretText')}
        </Alert>
        <output className={classes.secret} aria-label={t('webhooks.secretLabel')} dir="ltr">
          {value}
        </output>
        <Group justify="flex-end">
          <CopyButton value={value ?? ''}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
                onClick={copy}
              >
                {copied ? t('common.copied') : t('common.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{t('webhooks.secretDone')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
