'use client';

import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Duration } from '../../components/ui/duration';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { ShiftDays } from './shift-days';
import type { ShiftFields } from './shift-fields';
import { isOverMidnight, shiftMinutes } from './shift-hours';

export interface PolicyChoice {
  readonly policyId: string;
  readonly name: string;
}

interface ShiftFormProps {
  readonly initial: ShiftFields;
  readonly policies: readonly PolicyChoice[];
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly onSubmit: (fields: ShiftFields) => void;
  readonly onCancel: () => void;
  /** Shows what it would change; left out: not offered. */
  readonly onTry?: (fields: ShiftFields) => void;
  readonly isTrying?: boolean;
}

export function ShiftForm(props: ShiftFormProps) {
  const { initial, policies, submitLabel, problem, isBusy, onSubmit, onCancel, onTry, isTrying } = props;
  const t = useTranslations();
  const needed = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm<ShiftFields>({
    initialValues: initial,
    validate: {
      name: needed,
      start: needed,
      end: (end, { start }) => needed(end) ?? (end === start ? t('shifts.sameTimes') : null),
      weekdays: (days, { kind }) => (kind === 'WEEKLY' && days.length === 0 ? t('shifts.daysNeeded') : null),
      anchorDate: (date, { kind }) => (kind === 'CYCLE' ? needed(date) : null),
      workDays: (days, { kind, lengthDays }) =>
        kind === 'CYCLE' && !days.some((day) => Number(day) < lengthDays) ? t('shifts.daysNeeded') : null,
    },
  });
  const { start, end } = form.values;
  const minutes = shiftMinutes(start, end);
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {problem && <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('shifts.nameTaken') : undefined} />}
        <TextInput
          label={t('shifts.name')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={2}>
          <TextInput type="time" label={t('shifts.start')} {...form.getInputProps('start')} />
          <TextInput type="time" label={t('shifts.end')} {...form.getInputProps('end')} />
        </SimpleGrid>
        {minutes > 0 && start !== end && (
          <Text size="sm" c="dimmed" mt={-8}>
            <Duration minutes={minutes} />
            {isOverMidnight(start, end) && ` · ${t('shifts.nextDay')}`}
          </Text>
        )}
        <ShiftDays form={form} />
        {policies.length > 1 && (
          <NativeSelect
            label={t('shifts.policy')}
            description={t('shifts.policyHint')}
            data={policies.map(({ policyId, name }) => ({ value: policyId, label: name }))}
            {...form.getInputProps('policyId')}
          />
        )}
        {onTry && (
          <Button variant="light" loading={isTrying ?? false} onClick={() => form.onSubmit(onTry)()}>
            {t('rules.try')}
          </Button>
        )}
        <FormActions submitLabel={submitLabel} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
