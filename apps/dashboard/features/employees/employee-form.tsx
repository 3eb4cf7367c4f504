'use client';

import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import type { SiteSummary } from '../auth/require-viewer';
import { EMPTY_FIELDS, type EmployeeFields, faultsOf } from './employee-fields';

interface EmployeeFormProps {
  readonly initial?: EmployeeFields;
  readonly sites: readonly SiteSummary[];
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly problemText: string | undefined;
  readonly onSubmit: (fields: EmployeeFields) => Promise<void>;
  readonly onCancel: () => void;
}

export function EmployeeForm(props: EmployeeFormProps) {
  const { initial = EMPTY_FIELDS, sites, submitLabel, problem, problemText, onSubmit, onCancel } = props;
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
          <NativeSelect
            label={t('employeeForm.site')}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...field('siteId')}
          />
        )}
        <TextInput label={optional(t('employeeForm.externalId'))} autoComplete="off" {...field('externalId')} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
