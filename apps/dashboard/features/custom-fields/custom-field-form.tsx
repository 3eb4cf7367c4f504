'use client';

import { NativeSelect, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CUSTOM_FIELD_TYPES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { type CustomFieldValues, isKey, keyFrom, optionsOf } from './custom-field-values';

interface CustomFieldFormProps {
  readonly initial: CustomFieldValues;
  readonly isNew: boolean;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly onSubmit: (values: CustomFieldValues) => void;
  readonly onCancel: () => void;
}

export function CustomFieldForm({ initial, isNew, problem, isBusy, onSubmit, onCancel }: CustomFieldFormProps) {
  const t = useTranslations();
  const form = useForm<CustomFieldValues>({
    initialValues: initial,
    validate: {
      label: (label) => (label.trim() === '' ? t('common.required') : null),
      key: (key) => (isNew && !isKey(key) ? t('customFields.keyInvalid') : null),
      options: (options, { type }) =>
        type === 'SELECT' && optionsOf({ options }).length === 0 ? t('customFields.optionsNeeded') : null,
    },
  });

  /** The key follows the label until somebody writes one. */
  function changeLabel(label: string) {
    const isOurs = form.values.key === keyFrom(form.values.label);
    form.setFieldValue('label', label);
    if (isNew && isOurs) form.setFieldValue('key', keyFrom(label));
  }

  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {problem && (
          <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('customFields.taken') : undefined} />
        )}
        <TextInput
          label={t('customFields.label')}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('label')}
          onChange={(event) => changeLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('customFields.type')}
          description={isNew ? t('customFields.typeHint') : undefined}
          disabled={!isNew}
          data={CUSTOM_FIELD_TYPES.map((value) => ({ value, label: t(`customFields.types.${value}`) }))}
          {...form.getInputProps('type')}
        />
        {form.values.type === 'SELECT' && (
          <Textarea
            label={t('customFields.options')}
            description={t('customFields.optionsHint')}
            autosize
            minRows={3}
            maxRows={12}
            dir="auto"
            {...form.getInputProps('options')}
          />
        )}
        <Switch
          label={t('customFields.required')}
          description={t('customFields.requiredHint')}
          {...form.getInputProps('isRequired', { type: 'checkbox' })}
        />
        <TextInput
          label={t('customFields.key')}
          description={t('customFields.keyHint')}
          disabled={!isNew}
          dir="ltr"
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('key')}
        />
        <FormActions submitLabel={t(isNew ? 'customFields.add' : 'common.save')} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
