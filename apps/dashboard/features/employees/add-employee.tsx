'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { CreateEmployeeDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { type EmployeeFields, toNewInput } from './employee-fields';
import { EmployeeForm } from './employee-form';
import type { FormChoices } from './form-choices';

interface AddEmployeeProps {
  readonly choices: FormChoices;
  /** The address of the page asks for the form. */
  readonly isAsked: boolean;
}

/** Adds a person and goes to their page, where agreement and face come next. */
export function AddEmployee({ choices, isAsked }: AddEmployeeProps) {
  const t = useTranslations();
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(isAsked);
  const create = useOperation(CreateEmployeeDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function add(fields: EmployeeFields) {
    const result = await create.send({ input: toNewInput(fields, choices) });
    if (!result.ok) return setProblem(result.problem);
    const { id, name } = result.data.createEmployee;
    notifications.show({ color: 'pine', message: t('employeeForm.added', { name }) });
    dialog.close();
    router.push(`/employees/${id}`);
  }

  function close() {
    dialog.close();
    // So that the same address can ask again.
    if (isAsked) router.replace('/employees');
  }

  function open() {
    setProblem(null);
    dialog.open();
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={open}>
        {t('employees.add')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('employeeForm.addTitle')}>
        <EmployeeForm
          choices={choices}
          submitLabel={t('employeeForm.submitAdd')}
          problem={problem}
          problemText={problem === 'CONFLICT' ? t('employeeForm.numberTaken') : undefined}
          onSubmit={add}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}
