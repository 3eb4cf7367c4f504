'use client';

import { notifications } from '@mantine/notifications';
import { useFormatter, useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { useCorrection } from './use-correction';

interface TakeBackProps {
  readonly mark: { readonly eventId: string; readonly at: string } | null;
  readonly timeZone: string;
  readonly employeeId: string;
  readonly onClose: () => void;
}

export function TakeBack({ mark, timeZone, employeeId, onClose }: TakeBackProps) {
  const t = useTranslations('day');
  const format = useFormatter();
  const desk = useCorrection();
  const time = mark && format.dateTime(new Date(mark.at), { hour: '2-digit', minute: '2-digit', timeZone });

  function close() {
    desk.clear();
    onClose();
  }

  async function confirm() {
    if (mark === null) return;
    const reason = t('takeBackTitle');
    const input = { employeeId, action: 'VOID' as const, replacesEventId: mark.eventId, reason };
    if (!(await desk.correct(input))) return;
    notifications.show({ color: 'pine', message: t('done') });
    close();
  }

  return (
    <ConfirmDialog
      isOpen={mark !== null}
      onClose={close}
      title={t('takeBackTitle')}
      text={t('takeBackText', { time: time ?? '' })}
      confirmLabel={t('takeBackConfirm')}
      isBusy={desk.isBusy}
      problem={desk.problem}
      onConfirm={confirm}
    />
  );
}
