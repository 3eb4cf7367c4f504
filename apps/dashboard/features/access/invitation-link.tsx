'use client';

import { Alert } from '@mantine/core';
import { IconInfoCircle, IconMail } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyOnce } from '../../components/ui/copy-once';

interface InvitationLinkProps {
  readonly sent: { readonly link: string; readonly isMailed: boolean; readonly invitation: { readonly email: string } };
  readonly onDone: () => void;
}

export function InvitationLink({ sent: { link, isMailed, invitation }, onDone }: InvitationLinkProps) {
  const t = useTranslations('access');
  const icon = isMailed ? <IconMail aria-hidden="true" /> : <IconInfoCircle aria-hidden="true" />;
  return (
    <CopyOnce
      notice={
        <Alert color={isMailed ? 'pine' : 'orange'} variant="light" icon={icon}>
          {t(isMailed ? 'mailed' : 'notMailed', { email: invitation.email })}
        </Alert>
      }
      label={t('link')}
      value={link}
      doneLabel={t('done')}
      onDone={onDone}
    />
  );
}
