'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { AttemptPhoto } from './attempt-photo';

interface MarkPhotoProps {
  readonly mark: { readonly at: string };
  readonly attemptId: string;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** The photo of one mark of a day. */
export function MarkPhoto({ mark, attemptId, timeZone, onClose }: MarkPhotoProps) {
  const t = useTranslations('evidence');
  const format = useFormatter();
  const time = format.dateTime(new Date(mark.at), { hour: '2-digit', minute: '2-digit', timeZone });
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { time })}>
      <AttemptPhoto attemptId={attemptId} />
    </Dialog>
  );
}
