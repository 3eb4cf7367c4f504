'use client';

import { Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './copy-once.module.css';

interface CopyOnceProps {
  /** What the person has to know before it is gone. */
  readonly notice: ReactNode;
  readonly label: string;
  readonly value: string;
  readonly doneLabel: string;
  readonly onDone: () => void;
}

/** A key, a link or codes (one a line) that are shown this once, to be copied. */
export function CopyOnce({ notice, label, value, doneLabel, onDone }: CopyOnceProps) {
  const t = useTranslations('common');
  return (
    <Stack>
      {notice}
      <output className={classes.value} aria-label={label} dir="ltr">
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
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{doneLabel}</Button>
      </Group>
    </Stack>
  );
}
