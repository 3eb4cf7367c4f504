'use client';

import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './settings.module.css';

interface NewKeyProps {
  readonly value: string;
  readonly onDone: () => void;
}

export function NewKey({ value, onDone }: NewKeyProps) {
  const t = useTranslations();
  return (
    <Stack>
      <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
        {t('settings.keyShownText')}
      </Alert>
      <output className={classes.key} aria-label={t('settings.keyShownLabel')}>
        {value}
      </output>
      <Group justify="flex-end">
        <CopyButton value={value}>
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
        <Button onClick={onDone}>{t('settings.keyShownDone')}</Button>
      </Group>
    </Stack>
  );
}
