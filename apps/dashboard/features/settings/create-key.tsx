'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { CreateApiKeyDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { KeyForm, type KeyValues } from './key-form';
import { NewKey } from './new-key';

/** Makes a key and shows it once; closing the dialog forgets it. */
export function CreateKey() {
  const t = useTranslations('settings');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const create = useOperation(CreateApiKeyDocument);
  const [key, setKey] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function submit({ name, scopes, padPolicy, expires }: KeyValues) {
    const expiresAt = expires === '' ? null : new Date(`${expires}T23:59:59`).toISOString();
    const result = await create.send({ input: { name: name.trim(), scopes, padPolicy, expiresAt } });
    if (!result.ok) return setProblem(result.problem);
    setProblem(null);
    setKey(result.data.createApiKey.key);
  }

  function close() {
    dialog.close();
    setProblem(null);
    if (key === null) return;
    setKey(null);
    router.refresh();
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('keyCreate')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={key === null ? t('keyCreate') : t('keyShownTitle')}>
        {key === null ? (
          <KeyForm problem={problem} onSubmit={submit} onCancel={close} />
        ) : (
          <NewKey value={key} onDone={close} />
        )}
      </Dialog>
    </>
  );
}
