'use client';

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type SignInResult, signIn } from './auth-requests';
import { OtherWays } from './other-ways';
import { SecondStepForm } from './second-step-form';
import { SignInRefusal } from './sign-in-refusal';

interface SignInFormProps {
  /** A path of ours, checked before. */
  readonly returnPath: string;
  /** What the sign-in of the organisation is called; null: there is none. */
  readonly singleSignOn: string | null;
  /** What went wrong on the way through it. */
  readonly failure: SignInResult | null;
}

export function SignInForm({ returnPath, singleSignOn, failure }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [result, setResult] = useState<SignInResult | null>(failure);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('emailNeeded')), password: isNotEmpty(t('passwordNeeded')) },
  });

  async function submit({ email, password }: { email: string; password: string }) {
    const answer = await signIn(email.trim(), password);
    // A full load: nothing of the signed-out state stays behind.
    if (answer.outcome === 'SIGNED_IN') window.location.assign(returnPath);
    else setResult(answer);
  }

  if (result?.outcome === 'SECOND_STEP')
    return <SecondStepForm returnPath={returnPath} onStartAgain={() => setResult(null)} />;

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {result && <SignInRefusal result={result} />}
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
        <OtherWays returnPath={returnPath} singleSignOn={singleSignOn} onResult={setResult} />
      </Stack>
    </form>
  );
}
