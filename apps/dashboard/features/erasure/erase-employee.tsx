'use client';

import { Button, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { EraseEmployeeDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface EraseEmployeeProps {
  readonly employee: { readonly id: string; readonly name: string; readonly number: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const NOTHING = { number: '', reason: '' };

/** Says what goes and what stays, and asks for the number once more: nothing brings it back. */
export function EraseEmployee({ employee: { id, name, number }, isOpen, onClose }: EraseEmployeeProps) {
  const t = useTranslations();
  const erase = useSave(EraseEmployeeDocument);
  const form = useForm({
    initialValues: NOTHING,
    validate: {
      number: (typed) => (typed.trim() === number ? null : t('erasure.otherNumber')),
      reason: (reason) => (reason.trim() === '' ? t('common.required') : null),
    },
  });

  function close() {
    erase.clear();
    form.reset();
    onClose();
  }

  async function send(typed: typeof NOTHING) {
    const input = { employeeId: id, number: typed.number.trim(), reason: typed.reason.trim() };
    if (await erase.save({ input }, t('erasure.done', { number }))) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('erasure.confirmTitle', { name })}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('erasure.forGood')}</Text>
          <List size="sm">
            <List.Item>{t('erasure.goes')}</List.Item>
            <List.Item>{t('erasure.stays')}</List.Item>
          </List>
          <TextInput
            label={t('erasure.number')}
            description={t('erasure.numberHint', { number })}
            autoComplete="off"
            required
            {...form.getInputProps('number')}
          />
          <Textarea
            label={t('erasure.reason')}
            description={t('erasure.reasonHint')}
            maxLength={1000}
            autosize
            minRows={2}
            required
            {...form.getInputProps('reason')}
          />
          {erase.problem && <ProblemNote problem={erase.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button color="red.8" type="submit" loading={erase.isSaving}>
              {t('erasure.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
