'use client';

import { Chip, Group, Input, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWeekdayChoices } from '../../lib/time/use-weekday-names';
import { MAX_CYCLE_DAYS, type ShiftFields } from './shift-fields';

const KINDS = ['WEEKLY', 'EVERY_DAY', 'CYCLE'] as const;

/** On which days a shift is worked. */
export function ShiftDays({ form }: { readonly form: UseFormReturnType<ShiftFields> }) {
  const t = useTranslations('shifts');
  const weekdays = useWeekdayChoices('short');
  const { kind, lengthDays } = form.values;
  return (
    <>
      <NativeSelect
        label={t('days')}
        data={KINDS.map((value) => ({ value, label: t(`patternKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {kind === 'WEEKLY' && (
        <DayChips label={t('weekdays')} error={form.errors.weekdays}>
          <Chip.Group multiple {...form.getInputProps('weekdays')}>
            {weekdays.map(({ value, label }) => (
              <Chip key={value} value={value} size="sm">
                {label}
              </Chip>
            ))}
          </Chip.Group>
        </DayChips>
      )}
      {kind === 'CYCLE' && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput
              label={t('cycleLength')}
              min={1}
              max={MAX_CYCLE_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('lengthDays')}
            />
            <TextInput type="date" label={t('cycleStart')} {...form.getInputProps('anchorDate')} />
          </SimpleGrid>
          <DayChips label={t('cycleDays')} error={form.errors.workDays}>
            <Chip.Group multiple {...form.getInputProps('workDays')}>
              {Array.from({ length: Number(lengthDays) || 0 }, (_, day) => String(day)).map((day) => (
                <Chip key={day} value={day} size="sm">
                  {t('cycleDay', { day: Number(day) + 1 })}
                </Chip>
              ))}
            </Chip.Group>
          </DayChips>
        </>
      )}
    </>
  );
}

interface DayChipsProps {
  readonly label: string;
  readonly error: ReactNode;
  readonly children: ReactNode;
}

function DayChips({ label, error, children }: DayChipsProps) {
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Input.Label component="legend" style={{ padding: 0 }}>
        {label}
      </Input.Label>
      <Group gap={6} mt={4}>
        {children}
      </Group>
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </fieldset>
  );
}
