'use client';

import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LeverNumber } from './lever-number';
import { DAY_MINUTES, type PolicyForm } from './policy-form-state';
import { FieldGrid } from './rule-section';
import classes from './rules.module.css';

const SPANS = ['DURATION', 'WINDOW'] as const;
const MAX_NAME = 100;

/** One break: how long or from when to when, and whether it counts by itself. */
export function BreakRow({ form, index }: { readonly form: PolicyForm; readonly index: number }) {
  const t = useTranslations('rules');
  const rule = form.values.breaks[index];
  if (rule === undefined) return null;
  const at = (field: string) => `breaks.${index}.${field}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldset of its section would be read twice
    <div role="group" aria-label={t('breakNumber', { number: index + 1 })} className={classes.break}>
      <FieldGrid>
        <TextInput label={t('breakName')} maxLength={MAX_NAME} dir="auto" {...form.getInputProps(at('name'))} />
        <NativeSelect
          label={t('breakSpan')}
          data={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
          {...form.getInputProps(at('span'))}
        />
        {rule.span === 'DURATION' ? (
          <LeverNumber form={form} path={at('minutes')} label={t('breakMinutes')} min={1} max={DAY_MINUTES} />
        ) : (
          <>
            <TextInput type="time" label={t('breakStart')} {...form.getInputProps(at('start'))} />
            <TextInput type="time" label={t('breakEnd')} {...form.getInputProps(at('end'))} />
          </>
        )}
        {rule.isAutomatic && (
          <LeverNumber form={form} path={at('afterWorkedMinutes')} label={t('breakAfter')} max={DAY_MINUTES} />
        )}
      </FieldGrid>
      <Checkbox
        label={t('breakAutomatic')}
        description={t('breakAutomaticHelp')}
        {...form.getInputProps(at('isAutomatic'), { type: 'checkbox' })}
      />
      {rule.isAutomatic && (
        <Checkbox
          label={t('breakGradual')}
          description={t('breakGradualHelp')}
          {...form.getInputProps(at('isGradual'), { type: 'checkbox' })}
        />
      )}
      <Checkbox label={t('breakPaid')} {...form.getInputProps(at('isPaid'), { type: 'checkbox' })} />
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={16} aria-hidden="true" />}
          aria-label={t('removeBreakNumber', { number: index + 1 })}
          onClick={() => form.removeListItem('breaks', index)}
        >
          {t('removeBreak')}
        </Button>
      </Group>
    </div>
  );
}
