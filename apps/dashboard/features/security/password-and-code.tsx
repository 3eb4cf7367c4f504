'use client';

import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormActions } from '../../components/ui/form-actions';
import { RefusalNote } from './refusal-note';
import type { Answer, Refusal } from './second-factor-requests';

interface PasswordAndCodeProps<Data> {
  /** What will happen. */
  readonly text: string;
  readonly submitLabel: string;
  readonly ask: (password: string, code: string) => Promise<Answer<Data>>;
  readonly onDone: (data: Data) => void;
  readonly onCancel: () => void;
}

/** For what must not be done with a browser that was left open. */
export function PasswordAndCode<Data>({ text, submitLabel, ask, onDone, onCancel }: PasswordAndCodeProps<Data>) {
  const t = useTranslations('security');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', code: '' },
    validate: { password: isNotEmpty(t('passwordNeeded')), code: isNotEmpty(t('codeAnyNeeded')) },
  });

  async function submit({ password, code }: { password: string; code: string }) {
    const answer = await ask(password, code);
    if (answer.ok) onDone(answer.data);
    else setRefusal(answer.refusal);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Text>{text}</Text>
        {refusal && <RefusalNote refusal={refusal} />}
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <TextInput
          label={t('codeOrRecovery')}
          autoComplete="one-time-code"
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <FormActions submitLabel={submitLabel} isBusy={form.submitting} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
