'use client';

import { Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { ColourField } from './colour-field';

const SWATCHES = ['#14664f', '#3b6fd4', '#b4690e', '#8a4fc7', '#c2417c', '#0e8a96', '#ae2a2a', '#6b746d'];

export interface KindValues {
  readonly name: string;
  /** #rrggbb */
  readonly colour: string;
  readonly isPaid: boolean;
  readonly isArchived: boolean;
}

interface KindFormProps {
  readonly initial: KindValues;
  /** Whether it is paid is fixed once it exists; whether it is offered can be changed only then. */
  readonly isNew: boolean;
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly onSubmit: (values: KindValues) => void;
  readonly onCancel: () => void;
}

export function KindForm({ initial, isNew, submitLabel, problem, isBusy, onSubmit, onCancel }: KindFormProps) {
  const t = useTranslations();
  const form = useForm<KindValues>({
    initialValues: initial,
    validate: {
      name: (name) => (name.trim() === '' ? t('common.required') : null),
      colour: (colour) => (/^#[0-9a-f]{6}$/i.test(colour) ? null : t('leave.colourWrong')),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {problem && <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('leave.nameTaken') : undefined} />}
        <TextInput
          label={t('leave.kindName')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ColourField label={t('leave.colour')} swatches={SWATCHES} {...form.getInputProps('colour')} />
        {isNew ? (
          <Switch
            label={t('leave.paid')}
            description={t('leave.paidHint')}
            {...form.getInputProps('isPaid', { type: 'checkbox' })}
          />
        ) : (
          <Switch
            label={t('leave.putAside')}
            description={t('leave.putAsideHint')}
            {...form.getInputProps('isArchived', { type: 'checkbox' })}
          />
        )}
        <FormActions submitLabel={submitLabel} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

export const NEW_KIND: KindValues = { name: '', colour: '#14664f', isPaid: true, isArchived: false };
