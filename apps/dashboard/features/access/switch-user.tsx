'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { DeactivateUserDocument, ReactivateUserDocument, type UserRowFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface SwitchUserProps {
  readonly user: UserRowFragment | null;
  readonly onClose: () => void;
}

/** Takes the access away, or gives it back. */
export function SwitchUser({ user, onClose }: SwitchUserProps) {
  const t = useTranslations('access');
  const router = useRouter();
  const turnOff = useOperation(DeactivateUserDocument);
  const turnOn = useOperation(ReactivateUserDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isOff = Boolean(user?.deactivatedAt);
  const name = user?.name ?? '';

  async function confirm() {
    if (user === null) return;
    const result = await (isOff ? turnOn : turnOff).send({ userId: user.id });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t(isOff ? 'turnedOn' : 'turnedOff', { name }) });
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
      title={t(isOff ? 'turnOnTitle' : 'turnOffTitle', { name })}
      text={t(isOff ? 'turnOnText' : 'turnOffText')}
      confirmLabel={t(isOff ? 'turnOn' : 'turnOff')}
      isBusy={turnOff.isSending || turnOn.isSending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
