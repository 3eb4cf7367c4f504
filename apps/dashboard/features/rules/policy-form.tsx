'use client';

import { Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import type { LawBreaksFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { AbsenceSection } from './absence-section';
import { BreaksSection } from './breaks-section';
import { DaysOffSection } from './days-off-section';
import { LatenessSection } from './lateness-section';
import { MarksSection } from './marks-section';
import { OvertimeSection } from './overtime-section';
import { findPolicyFaults } from './policy-checks';
import type { PolicyFields } from './policy-fields';
import { RoundingSection } from './rounding-section';
import classes from './rules.module.css';

/** The dates of which one wants to see what would change. */
export interface TriedRange {
  readonly from: string;
  readonly to: string;
}

interface PolicyFormProps {
  readonly initial: PolicyFields;
  readonly initialRange: TriedRange;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly lawBreaks: readonly LawBreaksFragment[];
  /** The rules can be read, not changed. */
  readonly isReadOnly: boolean;
  readonly onTry: (fields: PolicyFields, range: TriedRange) => void;
}

/** Every lever of a policy in plain words; what it would change is shown before anything is stored. */
export function PolicyForm({ initial, initialRange, lawBreaks, ...rest }: PolicyFormProps) {
  const { problem, isBusy, isReadOnly, onTry } = rest;
  const t = useTranslations('rules');
  const [range, setRange] = useState(initialRange);
  const form = useForm<PolicyFields>({
    initialValues: initial,
    validate: (values) =>
      Object.fromEntries([...findPolicyFaults(values)].map(([path, fault]) => [path, t(`fault.${fault}`)])),
  });
  const setDate = (name: keyof TriedRange) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setRange((dates) => ({ ...dates, [name]: value }));
  };
  return (
    <form onSubmit={form.onSubmit((fields) => onTry(fields, range))} noValidate>
      <fieldset disabled={isReadOnly} className={classes.whole}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mb="lg">
          <TextInput
            label={t('name')}
            maxLength={LIMITS.maxNameLength}
            dir="auto"
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <TextInput
            type="date"
            label={t('effectiveFrom')}
            description={t('effectiveFromHelp')}
            {...form.getInputProps('effectiveFrom')}
          />
        </SimpleGrid>
        <MarksSection form={form} />
        <LatenessSection form={form} />
        <AbsenceSection form={form} />
        <BreaksSection form={form} lawBreaks={lawBreaks} />
        <RoundingSection form={form} />
        <OvertimeSection form={form} />
        <DaysOffSection form={form} />
      </fieldset>
      {!isReadOnly && (
        <div className={classes.foot}>
          <h2 className={classes.legend}>{t('tryTitle')}</h2>
          <p className={classes.hint}>{t('tryText')}</p>
          {problem && <ProblemNote problem={problem} text={problem === 'BAD_USER_INPUT' ? t('refused') : undefined} />}
          <Group align="flex-end" mt="sm">
            <TextInput type="date" label={t('tryFrom')} value={range.from} onChange={setDate('from')} required />
            <TextInput type="date" label={t('tryTo')} value={range.to} onChange={setDate('to')} required />
            <Button type="submit" loading={isBusy} disabled={range.from === '' || range.to === ''}>
              {t('try')}
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
}
