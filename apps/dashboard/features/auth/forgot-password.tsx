'use client';

import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { RequestPasswordResetDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

/** The answer is the same for every address: it tells nobody who has an account. */
export function ForgotPassword() {
  const t = useTranslations('door');
  const request = useOperation(RequestPasswordResetDocument);
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: isEmail(t('emailNeeded')) },
  });

  async function submit({ email }: { email: string }) {
    const result = await request.send({ email: email.trim() });
    if (result.ok) setSent(true);
    else setProblem(result.problem);
  }

  if (isSent) {
    return (
      <Alert role="status" color="pine" variant="light" icon={<IconMail aria-hidden="true" />}>
        {t('resetSent')}
      </Alert>
    );
  }
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && <ProblemNote problem={problem} />}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          size="md"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t('resetAsk')}
        </Button>
      </Stack>
    </form>
  );
}
