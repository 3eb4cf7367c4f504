'use client';

import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { LIMITS, PAD_POLICIES, type PadPolicy, SCOPES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';

export interface KeyValues {
  readonly name: string;
  readonly scopes: string[];
  readonly padPolicy: PadPolicy;
  /** `YYYY-MM-DD`, the last day it works; empty: no end. */
  readonly expires: string;
}

interface KeyFormProps {
  readonly problem: ApiProblem | null;
  readonly onSubmit: (values: KeyValues) => Promise<void>;
  readonly onCancel: () => void;
}

export function KeyForm({ problem, onSubmit, onCancel }: KeyFormProps) {
  const t = useTranslations();
  const form = useForm<KeyValues>({
    mode: 'uncontrolled',
    initialValues: { name: '', scopes: [], padPolicy: 'REFUSE', expires: '' },
    validate: {
      name: isNotEmpty(t('settings.keyNameNeeded')),
      scopes: (scopes) => (scopes.length === 0 ? t('settings.keyScopesNeeded') : null),
      expires: (date) => (isPast(date) ? t('settings.keyExpiresPast') : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="md">
        {problem && <ProblemNote problem={problem} />}
        <TextInput
          label={t('settings.keyName')}
          description={t('settings.keyNameHint')}
          autoComplete="off"
          maxLength={LIMITS.maxNameLength}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('settings.keyScopes')} key={form.key('scopes')} {...form.getInputProps('scopes')}>
          <Stack gap={9} mt="xs">
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label={t('settings.keyPad')}
          data={PAD_POLICIES.map((value) => ({ value, label: t(`padPolicy.${value}`) }))}
          key={form.key('padPolicy')}
          {...form.getInputProps('padPolicy')}
        />
        <TextInput
          type="date"
          label={`${t('settings.keyExpires')} (${t('common.optional')})`}
          key={form.key('expires')}
          {...form.getInputProps('expires')}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('settings.keyCreate')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function isPast(date: string): boolean {
  return date !== '' && new Date(`${date}T23:59:59`).getTime() < Date.now();
}
