'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { DeactivateEmployeeDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface DeactivateEmployeeProps {
  readonly employee: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeactivateEmployee({ employee: { id, name }, isOpen, onClose }: DeactivateEmployeeProps) {
  const t = useTranslations('employee');
  const router = useRouter();
  const deactivate = useOperation(DeactivateEmployeeDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function confirm() {
    const result = await deactivate.send({ id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('deactivated', { name }) });
    onClose();
    router.refresh();
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('deactivateTitle', { name })}
      text={t('deactivateText')}
      confirmLabel={t('deactivateConfirm')}
      isBusy={deactivate.isSending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
