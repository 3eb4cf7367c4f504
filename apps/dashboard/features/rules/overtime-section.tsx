'use client';

import { NativeSelect, Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LeverNumber } from './lever-number';
import { DAY_MINUTES, type PolicyForm } from './policy-form-state';
import { FieldGrid, RuleSection } from './rule-section';

const SIDES = ['AFTER_SHIFT', 'BEFORE_SHIFT', 'BOTH'] as const;
const COUNTS_FROM = ['SHIFT_EDGE', 'THRESHOLD'] as const;
const MAX_PERCENT = 1_000;
const CAPS = [
  ['dailyCapMinutes', DAY_MINUTES],
  ['weeklyCapMinutes', 7 * DAY_MINUTES],
] as const;
const PERCENTS = ['workdayPercent', 'weekendPercent', 'holidayPercent'] as const;

/** Whether work beyond the shift is overtime, how much of it, and how it is paid. */
export function OvertimeSection({ form }: { readonly form: PolicyForm }) {
  const t = useTranslations('rules');
  const input = (name: string, options?: { type: 'checkbox' }) => form.getInputProps(`overtime.${name}`, options);
  return (
    <RuleSection title={t('overtimeTitle')} text={t('overtimeText')}>
      <Stack>
        <Switch label={t('overtimeOn')} {...input('isOn', { type: 'checkbox' })} />
        {form.values.overtime.isOn && (
          <>
            <FieldGrid>
              <NativeSelect
                label={t('overtime.side')}
                data={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
                {...input('side')}
              />
              <LeverNumber
                form={form}
                path="overtime.startsAfterMinutes"
                label={t('overtime.startsAfterMinutes')}
                help={t('overtimeHelp.startsAfterMinutes')}
                max={DAY_MINUTES}
              />
              <NativeSelect
                label={t('overtime.countsFrom')}
                data={COUNTS_FROM.map((value) => ({ value, label: t(`countsFrom.${value}`) }))}
                {...input('countsFrom')}
              />
              {CAPS.map(([name, max]) => (
                <LeverNumber
                  key={name}
                  form={form}
                  path={`overtime.${name}`}
                  label={t(`overtime.${name}`)}
                  help={t('overtimeHelp.cap')}
                  max={max}
                />
              ))}
              {PERCENTS.map((name) => (
                <LeverNumber
                  key={name}
                  form={form}
                  path={`overtime.${name}`}
                  label={t(`overtime.${name}`)}
                  help={t('overtimeHelp.percent')}
                  unit="percent"
                  max={MAX_PERCENT}
                />
              ))}
            </FieldGrid>
            <Switch
              label={t('overtime.needsApproval')}
              description={t('overtimeHelp.needsApproval')}
              {...input('needsApproval', { type: 'checkbox' })}
            />
          </>
        )}
      </Stack>
    </RuleSection>
  );
}
