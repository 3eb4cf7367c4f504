'use client';

import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { type EmployeeProfileFragment, UnmergeEmployeesDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

export type MergedRecord = NonNullable<EmployeeProfileFragment['mergedFrom']>[number];

interface UnmergeEmployeeProps {
  readonly record: MergedRecord | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Two people after all: says what comes back, and asks why. */
export function UnmergeEmployee({ record, isOpen, onClose }: UnmergeEmployeeProps) {
  const t = useTranslations();
  const undo = useSave(UnmergeEmployeesDocument);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('common.required') : null) },
  });

  function close() {
    undo.clear();
    form.reset();
    onClose();
  }

  async function send({ reason }: { readonly reason: string }) {
    if (record === null) return;
    const input = { mergedId: record.id, version: record.version, reason: reason.trim() };
    if (await undo.save({ input }, t('merge.undone'))) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('merge.undoTitle')}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('merge.undoText', { number: record?.number ?? '' })}</Text>
          <Textarea
            label={t('merge.undoReason')}
            description={t('merge.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {undo.problem && (
            <ProblemNote problem={undo.problem} text={undo.problem === 'DAY_CLOSED' ? t('merge.closed') : undefined} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={undo.isSaving}>
              {t('merge.undo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
