'use client';

import { NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { PolicyForm } from './policy-form-state';

export type LeverUnit = 'minutes' | 'seconds' | 'percent' | 'times';

interface LeverNumberProps {
  readonly form: PolicyForm;
  /** The path of the value in the form. */
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly unit?: LeverUnit;
  readonly max: number;
  readonly min?: number;
}

/** A whole number with its unit. Empty: off, or the default. */
export function LeverNumber({ form, path, label, help, unit = 'minutes', max, min = 0 }: LeverNumberProps) {
  const t = useTranslations('rules.unit');
  return (
    <NumberInput
      label={label}
      description={help}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      rightSection={<span aria-hidden="true">{t(unit)}</span>}
      rightSectionWidth="5.2rem"
      hideControls
      styles={{
        section: { color: 'var(--rc-muted)', fontSize: '0.82rem', justifyContent: 'end', paddingInlineEnd: 12 },
      }}
      {...form.getInputProps(path)}
    />
  );
}
