'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailFast } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import type { ReportMailOffer } from './report-mail-form';

const ReportMailForm = dynamic(() => import('./report-mail-form').then((module) => module.ReportMailForm), {
  ssr: false,
});

/** Has a report sent by mail again and again. */
export function AddReportMail(props: ReportMailOffer) {
  const t = useTranslations('reportMails');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconMailFast size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('begin')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('add')}>
        <ReportMailForm {...props} onDone={dialog.close} />
      </Dialog>
    </>
  );
}
