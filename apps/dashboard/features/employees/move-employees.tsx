'use client';

import { Alert, NativeSelect, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { type EmployeeRowFragment, MoveEmployeesDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { newIdempotencyKey } from '../marking/idempotency-key';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where people can be moved to. */
export interface MoveTargets {
  readonly sites: readonly Named[];
  readonly departments: readonly Named[];
}

interface MoveEmployeesProps {
  readonly people: readonly EmployeeRowFragment[];
  readonly targets: MoveTargets;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Several people to another site or department from today on. One who cannot be moved does not stop the others. */
export function MoveEmployees({ people, targets, isOpen, onClose, onMoved }: MoveEmployeesProps) {
  const t = useTranslations('employees');
  const tForm = useTranslations('employeeForm');
  const router = useRouter();
  const { send, isSending } = useOperation(MoveEmployeesDocument);
  const [siteId, setSiteId] = useState('');
  const [departmentId, setDepartmentId] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const options = (all: readonly Named[]) => [
    { value: '', label: t('moveKeep') },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];

  function close() {
    setProblem(null);
    setRefused([]);
    onClose();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const change = { ...(siteId !== '' && { siteId }), ...(departmentId !== '' && { departmentId }) };
    const employees = people.map(({ number }) => ({ number, ...change }));
    const result = await send({ input: { employees, idempotencyKey: newIdempotencyKey() } });
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    const left = result.data.upsertEmployees.results.filter(({ outcome }) => outcome === 'REFUSED');
    const done = people.length - left.length;
    if (done > 0) notifications.show({ color: 'pine', message: t('moved', { count: done }) });
    router.refresh();
    if (left.length > 0) return setRefused(left.map(({ index }) => people[index]?.name ?? ''));
    close();
    onMoved();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('moveTitle', { count: people.length })}>
      <form onSubmit={submit}>
        <Stack>
          {problem && <ProblemNote problem={problem} />}
          {refused.length > 0 && (
            <Alert role="alert" color="red" variant="light">
              {t('moveRefused', { names: refused.join(', ') })}
            </Alert>
          )}
          {targets.sites.length > 1 && (
            <NativeSelect
              label={tForm('site')}
              description={t('moveText')}
              data={options(targets.sites)}
              value={siteId}
              onChange={(event) => setSiteId(event.currentTarget.value)}
            />
          )}
          {targets.departments.length > 0 && (
            <NativeSelect
              label={t('moveDepartment')}
              data={options(targets.departments)}
              value={departmentId}
              onChange={(event) => setDepartmentId(event.currentTarget.value)}
            />
          )}
          <FormActions
            submitLabel={t('moveConfirm')}
            isBusy={isSending}
            isDisabled={siteId === '' && departmentId === ''}
            onCancel={close}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
