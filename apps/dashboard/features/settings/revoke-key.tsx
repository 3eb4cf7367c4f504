'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { RevokeApiKeyDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface RevokeKeyProps {
  readonly apiKey: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

export function RevokeKey({ apiKey, onClose }: RevokeKeyProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const revoke = useOperation(RevokeApiKeyDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const name = apiKey?.name ?? '';

  async function confirm() {
    if (apiKey === null) return;
    const result = await revoke.send({ id: apiKey.id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('keyRevokeDone', { name }) });
    close();
    router.refresh();
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <ConfirmDialog
      isOpen={apiKey !== null}
      onClose={close}
      title={t('keyRevokeTitle', { name })}
      text={t('keyRevokeText')}
      confirmLabel={t('keyRevoke')}
      isBusy={revoke.isSending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
