'use client';

import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { EMPTY_FIELDS, type EmployeeFields, faultsOf } from './employee-fields';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the fields of the form are chosen from. */
export interface FormChoices {
  readonly sites: readonly Named[];
  readonly departments: readonly Named[];
}

interface EmployeeFormProps {
  readonly initial?: EmployeeFields;
  readonly choices: FormChoices;
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly problemText: string | undefined;
  readonly onSubmit: (fields: EmployeeFields) => Promise<void>;
  readonly onCancel: () => void;
}

export function EmployeeForm(props: EmployeeFormProps) {
  const { initial = EMPTY_FIELDS, choices, submitLabel, problem, problemText, onSubmit, onCancel } = props;
  const { sites, departments } = choices;
  const t = useTranslations();
  const form = useForm<EmployeeFields>({
    mode: 'uncontrolled',
    initialValues: { ...initial, siteId: initial.siteId || (sites[0]?.id ?? '') },
    validate: (fields) => {
      const faults = faultsOf(fields);
      return Object.fromEntries(
        Object.entries(faults).map(([field, fault]) => [field, t(`employeeForm.${fault.key}`, { max: fault.max })]),
      );
    },
  });
  const optional = (label: string) => `${label} (${t('common.optional')})`;
  const field = (name: keyof EmployeeFields) => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="md">
        {problem && <ProblemNote problem={problem} text={problemText} />}
        <TextInput
          label={t('employeeForm.number')}
          description={t('employeeForm.numberHint')}
          autoComplete="off"
          maxLength={LIMITS.maxEmployeeNumberLength}
          data-autofocus
          {...field('number')}
        />
        <TextInput label={t('employeeForm.name')} autoComplete="off" dir="auto" {...field('name')} />
        <TextInput label={optional(t('employeeForm.email'))} type="email" autoComplete="off" {...field('email')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={optional(t('employeeForm.joiningDate'))} type="date" {...field('joiningDate')} />
          <TextInput label={optional(t('employeeForm.leavingDate'))} type="date" {...field('leavingDate')} />
        </SimpleGrid>
        {sites.length > 1 && (
          <NativeSelect label={t('employeeForm.site')} data={sites.map(toOption)} {...field('siteId')} />
        )}
        {departments.length > 0 && (
          <NativeSelect
            label={optional(t('employeeForm.department'))}
            data={[{ value: '', label: t('employeeForm.noDepartment') }, ...departments.map(toOption)]}
            {...field('departmentId')}
          />
        )}
        <TextInput label={optional(t('employeeForm.externalId'))} autoComplete="off" {...field('externalId')} />
        <FormActions submitLabel={submitLabel} isBusy={form.submitting} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function toOption({ id, name }: Named) {
  return { value: id, label: name };
}
