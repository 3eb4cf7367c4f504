'use client';

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { ReactivateEmployeeDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface ReactivateEmployeeProps {
  readonly employee: { readonly id: string; readonly name: string; readonly version: number };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Hired again, or marked as left by mistake: says what has to be done anew. */
export function ReactivateEmployee({ employee: { id, name, version }, isOpen, onClose }: ReactivateEmployeeProps) {
  const t = useTranslations();
  const reactivate = useSave(ReactivateEmployeeDocument);
  const form = useForm({ initialValues: { firstDay: '' } });

  function close() {
    reactivate.clear();
    form.reset();
    onClose();
  }

  async function send({ firstDay }: { readonly firstDay: string }) {
    const input = { id, version, firstDay: firstDay === '' ? null : firstDay };
    if (await reactivate.save({ input }, t('employee.reactivated', { name }))) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('employee.reactivateTitle', { name })}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('employee.reactivateText')}</Text>
          <TextInput
            type="date"
            label={t('employee.firstDayBack')}
            description={t('employee.firstDayBackHint')}
            {...form.getInputProps('firstDay')}
          />
          {reactivate.problem && <ProblemNote problem={reactivate.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={reactivate.isSaving}>
              {t('employee.reactivateConfirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
