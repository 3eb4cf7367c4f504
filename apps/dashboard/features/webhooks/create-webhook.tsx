'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { SecretDialog } from './secret-dialog';
import { WebhookForm } from './webhook-form';

/** Makes a webhook and shows its key once. */
export function CreateWebhook() {
  const t = useTranslations('webhooks');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [secret, setSecret] = useState<string | null>(null);

  function created(signingKey: string) {
    dialog.close();
    setSecret(signingKey);
  }

  function done() {
    setSecret(null);
    router.refresh();
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('create')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('create')}>
        <WebhookForm onCreated={created} onCancel={dialog.close} />
      </Dialog>
      <SecretDialog value={secret} onDone={done} />
    </>
  );
}
