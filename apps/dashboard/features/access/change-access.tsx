'use client';

import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { Role } from '@rollcall/contracts';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { ChangeUserAccessDocument, type UserRowFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { AccessFields } from './access-fields';
import type { AccessValues, Places } from './access-values';
import { useAccess, useAccessRules } from './use-access';

interface ChangeAccessProps {
  readonly user: UserRowFragment | null;
  readonly places: Places;
  readonly canMakeOwners: boolean;
  readonly onClose: () => void;
}

export function ChangeAccess({ user, onClose, ...more }: ChangeAccessProps) {
  const t = useTranslations('access');
  return (
    <Dialog isOpen={user !== null} onClose={onClose} title={t('changeTitle', { name: user?.name ?? '' })}>
      {user && <ChangeForm key={user.id} user={user} onClose={onClose} {...more} />}
    </Dialog>
  );
}

function ChangeForm({ user, places, canMakeOwners, onClose }: ChangeAccessProps & { readonly user: UserRowFragment }) {
  const t = useTranslations();
  const router = useRouter();
  const change = useOperation(ChangeUserAccessDocument);
  const accessOf = useAccess();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const role: Role = user.roles[0] ?? 'AUDITOR';
  const form = useForm<AccessValues>({
    initialValues: { role, siteIds: [...user.siteIds], departmentIds: [...user.departmentIds], employeeNumber: '' },
    validate: useAccessRules(),
  });

  async function submit(values: AccessValues) {
    const access = await accessOf(values);
    if (access === null) return form.setFieldError('employeeNumber', t('access.employeeUnknown'));
    const input = { userId: user.id, roles: [values.role], ...access };
    const result = await change.send({ input });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('access.changed', { name: user.name }) });
    onClose();
    router.refresh();
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && <ProblemNote problem={problem} />}
        <AccessFields form={form} places={places} canMakeOwners={canMakeOwners} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
