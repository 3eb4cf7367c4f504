'use client';

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type SignInResult, signIn } from './auth-requests';

/** @param returnPath a path of ours, checked before */
export function SignInForm({ returnPath }: { readonly returnPath: string }) {
  const t = useTranslations('signIn');
  const [refusal, setRefusal] = useState<SignInResult | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('emailNeeded')), password: isNotEmpty(t('passwordNeeded')) },
  });

  async function submit({ email, password }: { email: string; password: string }) {
    const result = await signIn(email.trim(), password);
    // A full load: nothing of the signed-out state stays behind.
    if (result.outcome === 'SIGNED_IN') window.location.assign(returnPath);
    else setRefusal(result);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {refusal && <Refusal result={refusal} />}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          autoFocus
          size="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          size="md"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}

const TEXT_OF = { WRONG: 'wrong', UNREACHABLE: 'unreachable', FAILED: 'failed', SIGNED_IN: 'failed' } as const;

function Refusal({ result }: { readonly result: SignInResult }) {
  const t = useTranslations('signIn');
  const isThrottled = result.outcome === 'THROTTLED';
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
      {isThrottled ? t('throttled', { seconds: result.seconds }) : t(TEXT_OF[result.outcome])}
    </Alert>
  );
}
