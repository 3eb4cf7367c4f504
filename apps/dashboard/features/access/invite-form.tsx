'use client';

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { InviteUserDocument, type InviteUserMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { AccessFields } from './access-fields';
import type { AccessValues, Places } from './access-values';
import { useAccess, useAccessRules } from './use-access';

interface InviteFormProps {
  readonly places: Places;
  readonly canMakeOwners: boolean;
  readonly onSent: (sent: InviteUserMutation['inviteUser']) => void;
  readonly onCancel: () => void;
}

interface InviteValues extends AccessValues {
  readonly email: string;
}

const EMPTY: InviteValues = { email: '', role: 'HR_ADMIN', siteIds: [], departmentIds: [], employeeNumber: '' };

export function InviteForm({ places, canMakeOwners, onSent, onCancel }: InviteFormProps) {
  const t = useTranslations();
  const invite = useOperation(InviteUserDocument);
  const accessOf = useAccess();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<InviteValues>({
    initialValues: EMPTY,
    validate: { email: isEmail(t('access.emailNeeded')), ...useAccessRules() },
  });

  async function submit(values: InviteValues) {
    const access = await accessOf(values);
    if (access === null) return form.setFieldError('employeeNumber', t('access.employeeUnknown'));
    const input = { email: values.email.trim(), role: values.role, ...access };
    const result = await invite.send({ input });
    if (result.ok) onSent(result.data.inviteUser);
    else setProblem(result.problem);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && (
          <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('access.emailTaken') : undefined} />
        )}
        <TextInput
          label={t('access.email')}
          type="email"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('email')}
        />
        <AccessFields form={form} places={places} canMakeOwners={canMakeOwners} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('access.inviteSend')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
