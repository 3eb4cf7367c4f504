'use client';

import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconCheck, IconCopy, IconInfoCircle, IconMail } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './access.module.css';

interface InvitationLinkProps {
  readonly sent: { readonly link: string; readonly isMailed: boolean; readonly invitation: { readonly email: string } };
  readonly onDone: () => void;
}

export function InvitationLink({ sent: { link, isMailed, invitation }, onDone }: InvitationLinkProps) {
  const t = useTranslations();
  const icon = isMailed ? <IconMail aria-hidden="true" /> : <IconInfoCircle aria-hidden="true" />;
  return (
    <Stack>
      <Alert color={isMailed ? 'pine' : 'orange'} variant="light" icon={icon}>
        {t(isMailed ? 'access.mailed' : 'access.notMailed', { email: invitation.email })}
      </Alert>
      <output className={classes.link} aria-label={t('access.link')}>
        {link}
      </output>
      <Group justify="flex-end">
        <CopyButton value={link}>
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
        <Button onClick={onDone}>{t('access.done')}</Button>
      </Group>
    </Stack>
  );
}
