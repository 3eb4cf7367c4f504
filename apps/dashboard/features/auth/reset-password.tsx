'use client';

import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { ResetPasswordDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { DoorProblem } from './accept-invitation';
import { enter } from './enter';
import { NewPasswordField, usePasswordRule } from './new-password-fields';
import { useLinkToken } from './use-link-token';

export function ResetPassword() {
  const t = useTranslations('door');
  const token = useLinkToken();
  const reset = useOperation(ResetPasswordDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: usePasswordRule() },
  });

  async function submit({ password }: { password: string }) {
    const result = await reset.send({ input: { token: token ?? '', password } });
    if (result.ok) await enter(result.data.resetPassword.email, password);
    else setProblem(result.problem);
  }

  if (token === '') return <ProblemNote problem="NOT_FOUND" text={t('linkOver')} />;
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && <DoorProblem problem={problem} />}
        <NewPasswordField form={form} />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t('resetSave')}
        </Button>
      </Stack>
    </form>
  );
}
