'use client';

import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type SignInResult, sendCode } from './auth-requests';
import { SignInRefusal } from './sign-in-refusal';

interface SecondStepFormProps {
  /** A path of ours, checked before. */
  readonly returnPath: string;
  readonly onStartAgain: () => void;
}

/** After the right password: the code of the app, or a recovery code. */
export function SecondStepForm({ returnPath, onStartAgain }: SecondStepFormProps) {
  const t = useTranslations('signIn');
  const [kind, setKind] = useState<'APP' | 'RECOVERY'>('APP');
  const [refusal, setRefusal] = useState<SignInResult | null>(null);
  const isApp = kind === 'APP';
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim() === '' ? t(isApp ? 'codeNeeded' : 'recoveryNeeded') : null) },
  });

  async function submit({ code }: { code: string }) {
    const result = await sendCode(kind, code);
    if (result.outcome === 'SIGNED_IN') window.location.assign(returnPath);
    else setRefusal(result);
  }

  function change() {
    setKind(isApp ? 'RECOVERY' : 'APP');
    setRefusal(null);
    form.reset();
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate aria-label={t('secondTitle')}>
      <Stack gap="md">
        {refusal && <SignInRefusal result={refusal} isRecovery={!isApp} />}
        <TextInput
          label={t(isApp ? 'code' : 'recoveryCode')}
          description={isApp ? t('codeHint') : undefined}
          autoComplete={isApp ? 'one-time-code' : 'off'}
          inputMode={isApp ? 'numeric' : 'text'}
          autoFocus
          size="md"
          dir="ltr"
          key={`${kind}-${form.key('code')}`}
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t('confirm')}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={change}>
            {t(isApp ? 'useRecovery' : 'useApp')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onStartAgain}>
            {t('startAgain')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
