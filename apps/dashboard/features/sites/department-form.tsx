'use client';

import { Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';

export interface DepartmentValues {
  readonly name: string;
  /** Empty: none. */
  readonly costCentre: string;
  readonly isArchived: boolean;
}

export const NEW_DEPARTMENT: DepartmentValues = { name: '', costCentre: '', isArchived: false };

interface DepartmentFormProps {
  readonly initial: DepartmentValues;
  readonly isNew: boolean;
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly onSubmit: (values: DepartmentValues) => void;
  readonly onCancel: () => void;
}

export function DepartmentForm(props: DepartmentFormProps) {
  const { initial, isNew, submitLabel, problem, isBusy, onSubmit, onCancel } = props;
  const t = useTranslations();
  const form = useForm<DepartmentValues>({
    initialValues: initial,
    validate: { name: (name) => (name.trim() === '' ? t('common.required') : null) },
  });
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {problem && (
          <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('departments.nameTaken') : undefined} />
        )}
        <TextInput
          label={t('departments.name')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={`${t('departments.costCentre')} (${t('common.optional')})`}
          description={t('departments.costCentreHint')}
          dir="auto"
          autoComplete="off"
          {...form.getInputProps('costCentre')}
        />
        {!isNew && (
          <Switch
            label={t('departments.putAside')}
            description={t('departments.putAsideHint')}
            {...form.getInputProps('isArchived', { type: 'checkbox' })}
          />
        )}
        <FormActions submitLabel={submitLabel} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
