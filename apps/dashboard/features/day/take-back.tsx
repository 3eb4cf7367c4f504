'use client';

import { notifications } from '@mantine/notifications';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { CorrectionEffect } from './correction-effect';
import { useCorrection } from './use-correction';
import { useCorrectionEffect } from './use-correction-effect';

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
  const { effect, look, forget } = useCorrectionEffect();
  const time = mark && format.dateTime(new Date(mark.at), { hour: '2-digit', minute: '2-digit', timeZone });

  const reason = t('takeBackTitle');
  const eventId = mark?.eventId;
  useEffect(() => {
    if (eventId !== undefined) look({ input: { employeeId, action: 'VOID', replacesEventId: eventId, reason } });
  }, [employeeId, eventId, look, reason]);

  function close() {
    desk.clear();
    forget();
    onClose();
  }

  async function confirm() {
    if (mark === null) return;
    const input = { employeeId, action: 'VOID' as const, replacesEventId: mark.eventId, reason };
    if (!(await desk.correct(input, effect?.token))) return;
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
    >
      {effect && <CorrectionEffect effect={effect} />}
    </ConfirmDialog>
  );
}
