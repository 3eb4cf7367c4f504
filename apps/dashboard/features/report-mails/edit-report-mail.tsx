'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import type { ReportMailRowFragment } from '../../gql/graphql';
import type { ReportMailOffer } from './report-mail-form';

const ReportMailForm = dynamic(() => import('./report-mail-form').then((module) => module.ReportMailForm), {
  ssr: false,
});

interface EditReportMailProps {
  readonly row: ReportMailRowFragment;
  readonly offer: ReportMailOffer;
}

/** Changes what is sent, when, or to whom. Whoever gets it now can be kept, also if nobody would offer them any more. */
export function EditReportMail({ row, offer }: EditReportMailProps) {
  const t = useTranslations('reportMails');
  const [isOpen, dialog] = useDisclosure(false);
  const { name, recipients } = row;
  const known = new Set(offer.users.map(({ id }) => id));
  const others = recipients
    .filter(({ userId }) => !known.has(userId))
    .map(({ userId, name }) => ({ id: userId, name }));
  const users = offer.users.length === 0 ? [] : [...offer.users, ...others];
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('editNamed', { name })} onClick={dialog.open}>
        {t('edit')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('editNamed', { name })}>
        <ReportMailForm {...offer} users={users} row={row} onDone={dialog.close} />
      </Dialog>
    </>
  );
}
