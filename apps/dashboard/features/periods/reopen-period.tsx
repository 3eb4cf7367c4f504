'use client';

import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { type PeriodRowFragment, ReopenPeriodDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

const MAX_REASON = 1_000;

/** Unlocks the days of a period again; why goes into the audit. */
export function ReopenPeriod({ period: { id, version, from, to } }: { readonly period: PeriodRowFragment }) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const reopen = useSave(ReopenPeriodDocument);

  function close() {
    dialog.close();
    reopen.clear();
    setReason('');
    setEmpty(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setEmpty(reason.trim() === '');
    if (reason.trim() === '') return;
    const input = { id, version, reason: reason.trim() };
    if (await reopen.save({ input }, t('periods.reopened'))) close();
  }

  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('periods.reopenNamed', { from, to })}
        onClick={dialog.open}
      >
        {t('periods.reopen')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('periods.reopenTitle')}>
        <form onSubmit={submit} noValidate>
          <Stack>
            {reopen.problem && <ProblemNote problem={reopen.problem} />}
            <Text size="sm">{t('periods.reopenText')}</Text>
            <Textarea
              label={t('periods.reason')}
              value={reason}
              maxLength={MAX_REASON}
              autosize
              minRows={2}
              dir="auto"
              error={isEmpty ? t('common.required') : null}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
            <FormActions submitLabel={t('periods.reopen')} isBusy={reopen.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
