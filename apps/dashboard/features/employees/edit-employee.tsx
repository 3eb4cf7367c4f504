'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { type EmployeeProfileFragment, UpdateEmployeeDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { changedValues, customValuesOf } from './custom-values';
import { type EmployeeFields, toInput } from './employee-fields';
import { EmployeeForm } from './employee-form';
import type { FormChoices } from './form-choices';

interface EditEmployeeProps {
  readonly employee: EmployeeProfileFragment;
  readonly choices: FormChoices;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function EditEmployee({ employee, choices, isOpen, onClose }: EditEmployeeProps) {
  const t = useTranslations('employeeForm');
  const router = useRouter();
  const update = useOperation(UpdateEmployeeDocument);
  const initial = toFields(employee, choices);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function save(fields: EmployeeFields) {
    const changed = changedValues(choices.customFields, initial.custom, fields.custom);
    const custom = changed.length === 0 ? {} : { customFields: changed };
    const { id, version } = employee;
    const result = await update.send({ input: { ...toInput(fields), ...custom, id, version } });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('saved') });
    close();
    router.refresh();
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('editTitle')}>
      <EmployeeForm
        initial={initial}
        choices={withPresent(choices, employee)}
        submitLabel={t('submitEdit')}
        problem={problem}
        problemText={problem === 'CONFLICT' ? t('changedMeanwhile') : undefined}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}

function toFields(employee: EmployeeProfileFragment, { customFields }: FormChoices): EmployeeFields {
  return {
    number: employee.number,
    name: employee.name,
    email: employee.email ?? '',
    externalId: employee.externalId ?? '',
    siteId: employee.site?.id ?? '',
    departmentId: employee.department?.id ?? '',
    joiningDate: employee.joiningDate ?? '',
    leavingDate: employee.leavingDate ?? '',
    custom: customValuesOf(customFields, employee.customFields ?? []),
  };
}

/** Where somebody belongs stays on offer after it was closed or put aside, so that saving something else moves nobody. */
function withPresent(choices: FormChoices, { site, department }: EmployeeProfileFragment): FormChoices {
  const withOne = (all: FormChoices['sites'], one: EmployeeProfileFragment['department'] | null) =>
    one && all.every(({ id }) => id !== one.id) ? [...all, one] : all;
  const { sites, departments } = choices;
  return { ...choices, sites: withOne(sites, site), departments: withOne(departments, department) };
}
