'use client';

import { PasswordInput, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormActions } from '../../components/ui/form-actions';
import { RefusalNote } from './refusal-note';
import { type Refusal, type SetUp, startSetUp } from './second-factor-requests';

interface PasswordStepProps {
  readonly onMade: (made: SetUp) => void;
  readonly onCancel: () => void;
}

export function PasswordStep({ onMade, onCancel }: PasswordStepProps) {
  const t = useTranslations('security');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: isNotEmpty(t('passwordNeeded')) },
  });

  async function submit({ password }: { password: string }) {
    const answer = await startSetUp(password);
    if (answer.ok) onMade(answer.data);
    else setRefusal(answer.refusal);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {refusal && <RefusalNote refusal={refusal} />}
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <FormActions submitLabel={t('next')} isBusy={form.submitting} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
