'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { ResetSecondFactorDocument, type UserRowFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface ResetSecondFactorProps {
  readonly user: UserRowFragment | null;
  readonly onClose: () => void;
}

/** For somebody who lost the phone and the recovery codes. */
export function ResetSecondFactor({ user, onClose }: ResetSecondFactorProps) {
  const t = useTranslations('access');
  const router = useRouter();
  const reset = useOperation(ResetSecondFactorDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const name = user?.name ?? '';

  async function confirm() {
    if (user === null) return;
    const result = await reset.send({ userId: user.id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('secondFactorResetDone', { name }) });
    close();
    router.refresh();
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <ConfirmDialog
      isOpen={user !== null}
      onClose={close}
      title={t('secondFactorResetTitle', { name })}
      text={t('secondFactorResetText')}
      confirmLabel={t('secondFactorReset')}
      isBusy={reset.isSending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
