'use client';

import { Button, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { FinalisePeriodDocument, SignOffPeriodDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { PeriodReadinessNote, usePeriodReadiness } from './period-readiness';
import type { ScopeNames } from './period-scope';

const MAX_NOTE = 1_000;

interface PeriodDialogProps {
  readonly kind: 'sign' | 'finalise';
  /** The month before, as it is mostly wanted. */
  readonly from: string;
  readonly to: string;
  readonly names: ScopeNames;
}

interface Chosen {
  readonly from: string;
  readonly to: string;
  readonly siteId: string;
  readonly departmentId: string;
}

const scopeOf = ({ from, to, siteId, departmentId }: Chosen) => ({
  from,
  to,
  siteId: siteId || null,
  departmentId: departmentId || null,
});

/** Signs for the days of a period, or locks them for payroll. */
export function PeriodDialog({ kind, from, to, names }: PeriodDialogProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const finalise = useSave(FinalisePeriodDocument);
  const sign = useSave(SignOffPeriodDocument);
  const problem = finalise.problem ?? sign.problem;
  const form = useForm({
    initialValues: { from, to, siteId: '', departmentId: '', note: '' },
    validate: {
      from: (date) => (date === '' ? t('common.required') : null),
      to: (date, values) =>
        date === '' ? t('common.required') : date < values.from ? t('periods.endsBeforeBeginning') : null,
    },
  });

  const scope = scopeOf(form.values);
  const { readiness, isAsking, askAgain } = usePeriodReadiness(scope, !isOpen || kind !== 'finalise');

  function close() {
    dialog.close();
    finalise.clear();
    sign.clear();
    form.reset();
  }

  async function send({ note }: typeof form.values) {
    const unresolvedCount = readiness?.unresolvedCount ?? null;
    const saved =
      kind === 'finalise'
        ? await finalise.save({ input: { ...scope, unresolvedCount } }, t('periods.finalised'))
        : await sign.save({ input: { ...scope, note: note.trim() || null } }, t('periods.signed'));
    if (saved) close();
    else if (kind === 'finalise') askAgain();
  }

  const choices = (every: string, list: ScopeNames['sites']) => [
    { value: '', label: every },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Button variant={kind === 'finalise' ? 'filled' : 'default'} onClick={dialog.open}>
        {t(`periods.${kind}`)}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t(`periods.${kind}`)}>
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            <Text size="sm">{t(`periods.${kind}Text`)}</Text>
            {problem && <ProblemNote problem={problem} text={problemText(problem)} />}
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput type="date" label={t('periods.from')} {...form.getInputProps('from')} />
              <TextInput type="date" label={t('periods.to')} {...form.getInputProps('to')} />
            </SimpleGrid>
            {names.sites.length > 0 && (
              <NativeSelect
                label={t('periods.site')}
                data={choices(t('sites.every'), names.sites)}
                {...form.getInputProps('siteId')}
              />
            )}
            {names.departments.length > 0 && (
              <NativeSelect
                label={t('periods.department')}
                data={choices(t('periods.everyDepartment'), names.departments)}
                {...form.getInputProps('departmentId')}
              />
            )}
            {readiness && <PeriodReadinessNote readiness={readiness} />}
            {kind === 'sign' && (
              <Textarea
                label={`${t('periods.note')} (${t('common.optional')})`}
                maxLength={MAX_NOTE}
                autosize
                minRows={2}
                dir="auto"
                {...form.getInputProps('note')}
              />
            )}
            <FormActions
              submitLabel={t(`periods.${kind}`)}
              isBusy={finalise.isSaving || sign.isSaving || isAsking}
              onCancel={close}
            />
          </Stack>
        </form>
      </Dialog>
    </>
  );

  function problemText(code: NonNullable<typeof problem>): string | undefined {
    if (code === 'CONFLICT') return t('periods.overlaps');
    if (code === 'BAD_USER_INPUT') return t(`periods.${kind}Refused`);
    return undefined;
  }
}
