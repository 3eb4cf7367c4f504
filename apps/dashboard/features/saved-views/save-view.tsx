'use client';

import { Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { MAX_SAVED_VIEW_NAME } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { SavedViews } from './use-saved-views';

interface SaveViewProps {
  readonly saved: SavedViews;
  /** Of the page as it is. */
  readonly filters: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives the present filters a name. */
export function SaveView({ saved, filters, isOpen, onClose }: SaveViewProps) {
  const t = useTranslations('savedViews');
  const [name, setName] = useState('');
  const { problem, isBusy } = saved;

  function close() {
    saved.clear();
    setName('');
    onClose();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await saved.create(name.trim(), filters))) return;
    notifications.show({ color: 'pine', message: t('saved', { name: name.trim() }) });
    close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('save')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(filters === '' ? 'nothingText' : 'saveText')}</Text>
          {problem && <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('nameTaken') : undefined} />}
          <TextInput
            label={t('name')}
            maxLength={MAX_SAVED_VIEW_NAME}
            dir="auto"
            autoComplete="off"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormActions
            submitLabel={t('saveConfirm')}
            isBusy={isBusy}
            isDisabled={filters === '' || name.trim() === ''}
            onCancel={close}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
