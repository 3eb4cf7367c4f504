'use client';

import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { SetServiceBreaksDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface DateSpan {
  readonly from: string;
  readonly to: string;
}

interface EditServiceBreaksProps {
  readonly employee: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly serviceBreaks: readonly DateSpan[];
  };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Puts right when somebody did not work here between leaving and coming back. */
export function EditServiceBreaks({ employee, isOpen, onClose }: EditServiceBreaksProps) {
  const { id, name, version, serviceBreaks } = employee;
  const t = useTranslations();
  const change = useSave(SetServiceBreaksDocument);
  const given = { breaks: serviceBreaks.map(({ from, to }) => ({ from, to })), reason: '' };
  const isMissing = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: given,
    validate: { breaks: { from: isMissing, to: isMissing }, reason: isMissing },
  });

  function close() {
    change.clear();
    form.reset();
    onClose();
  }

  async function send({ breaks, reason }: typeof given) {
    const input = { id, version, breaks, reason: reason.trim() };
    if (!(await change.save({ input }, t('serviceBreaks.saved', { name })))) return;
    form.setInitialValues({ breaks, reason: '' });
    close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('serviceBreaks.title', { name })}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('serviceBreaks.text')}</Text>
          {form.values.breaks.map((_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that tells it apart
            <Group key={place} align="flex-start" wrap="nowrap" role="group" aria-label={numbered(place)}>
              <TextInput type="date" label={t('serviceBreaks.from')} {...form.getInputProps(`breaks.${place}.from`)} />
              <TextInput type="date" label={t('serviceBreaks.to')} {...form.getInputProps(`breaks.${place}.to`)} />
              <ActionIcon
                variant="subtle"
                color="gray"
                mt="1.9rem"
                aria-label={t('serviceBreaks.remove', { number: place + 1 })}
                onClick={() => form.removeListItem('breaks', place)}
              >
                <IconTrash size={17} aria-hidden="true" />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={17} aria-hidden="true" />}
              onClick={() => form.insertListItem('breaks', { from: '', to: '' })}
            >
              {t('serviceBreaks.add')}
            </Button>
          </Group>
          <Textarea
            label={t('serviceBreaks.reason')}
            description={t('serviceBreaks.reasonHint')}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('reason')}
          />
          {change.problem && <ProblemNote problem={change.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={change.isSaving}>
              {t('serviceBreaks.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );

  function numbered(place: number): string {
    return t('serviceBreaks.number', { number: place + 1 });
  }
}
