'use client';

import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { CustomFieldInputs } from './custom-field-inputs';
import { customFaults, customValuesOf } from './custom-values';
import { EMPTY_FIELDS, type EmployeeFields, faultsOf } from './employee-fields';
import type { FormChoices } from './form-choices';

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
  const { sites, departments, customFields } = choices;
  const present = { ...customValuesOf(customFields, []), ...initial.custom };
  const t = useTranslations();
  const form = useForm<EmployeeFields>({
    mode: 'uncontrolled',
    initialValues: { ...initial, siteId: initial.siteId || (sites[0]?.id ?? ''), custom: present },
    validate: (fields) => {
      const custom = customFaults(customFields, present, fields.custom, props.initial === undefined);
      const faults = [
        ...Object.entries(faultsOf(fields)),
        ...Object.entries(custom).map(([key, fault]) => [`custom.${key}`, fault] as const),
      ];
      return Object.fromEntries(
        faults.map(([field, fault]) => [field, t(`employeeForm.${fault.key}`, { max: fault.max })]),
      );
    },
  });
  const optional = (label: string) => `${label} (${t('common.optional')})`;
  const field = (name: string) => ({ key: form.key(name), ...form.getInputProps(name) });
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
        <CustomFieldInputs fields={customFields} present={present} propsOf={(key) => field(`custom.${key}`)} />
        <FormActions submitLabel={submitLabel} isBusy={form.submitting} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function toOption({ id, name }: FormChoices['sites'][number]) {
  return { value: id, label: name };
}
