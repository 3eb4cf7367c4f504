'use client';

import { Button, Loader, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ProblemNote } from '../../components/ui/problem-note';
import { AcceptInvitationDocument, InvitationDocument } from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { enter } from './enter';
import { NewPasswordField, usePasswordRule } from './new-password-fields';
import { useLinkToken } from './use-link-token';

/** For whoever holds an invitation: a name, a password, and in. */
export function AcceptInvitation() {
  const t = useTranslations('door');
  const token = useLinkToken();
  const [{ data, error }] = useQuery({ query: InvitationDocument, variables: { token: token ?? '' }, pause: !token });
  if (token === '') return <ProblemNote problem="NOT_FOUND" text={t('linkOver')} />;
  if (error) {
    const problem = problemOfCombined(error);
    return <ProblemNote problem={problem} text={problem === 'NOT_FOUND' ? t('linkOver') : undefined} />;
  }
  if (token === null || !data) return <Loader aria-label={t('loading')} />;
  return <AcceptForm token={token} invitation={data.invitation} />;
}

interface AcceptFormProps {
  readonly token: string;
  readonly invitation: { readonly email: string; readonly organisationName: string };
}

function AcceptForm({ token, invitation }: AcceptFormProps) {
  const t = useTranslations('door');
  const accept = useOperation(AcceptInvitationDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '' },
    validate: { name: isNotEmpty(t('nameNeeded')), password: usePasswordRule() },
  });

  async function submit({ name, password }: { name: string; password: string }) {
    const result = await accept.send({ input: { token, name: name.trim(), password } });
    if (result.ok) await enter(result.data.acceptInvitation.email, password);
    else setProblem(result.problem);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        <Text>{t('invitedTo', { organisation: invitation.organisationName, email: invitation.email })}</Text>
        {problem && <DoorProblem problem={problem} />}
        <TextInput
          label={t('name')}
          autoComplete="name"
          maxLength={LIMITS.maxNameLength}
          size="md"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {/* So that a password manager keeps the new password under the right name. */}
        <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
        <NewPasswordField form={form} />
        <Button type="submit" size="md" loading={form.submitting} fullWidth>
          {t('accept')}
        </Button>
      </Stack>
    </form>
  );
}

/** The API refuses two things here: a link that is used or over, and a password that is easily guessed. */
export function DoorProblem({ problem }: { readonly problem: ApiProblem }) {
  const t = useTranslations('door');
  const text = problem === 'NOT_FOUND' ? t('linkOver') : problem === 'BAD_USER_INPUT' ? t('passwordWeak') : undefined;
  return <ProblemNote problem={problem} text={text} />;
}
