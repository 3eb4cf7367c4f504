'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { WithdrawConsentDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface WithdrawConsentProps {
  readonly employee: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function WithdrawConsent({ employee: { id, name }, isOpen, onClose }: WithdrawConsentProps) {
  const t = useTranslations('consent');
  const router = useRouter();
  const withdraw = useOperation(WithdrawConsentDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function confirm() {
    const result = await withdraw.send({ employeeId: id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('withdrawn') });
    onClose();
    router.refresh();
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('withdrawTitle', { name })}
      text={t('withdrawText')}
      confirmLabel={t('withdrawConfirm')}
      isBusy={withdraw.isSending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
