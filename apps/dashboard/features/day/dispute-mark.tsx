'use client';

import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useFormatter, useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { DisputeMarkDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { PeoplePicker, type PickedPerson } from '../people/people-picker';

interface DisputeMarkProps {
  readonly mark: { readonly eventId: string; readonly at: string } | null;
  readonly timeZone: string;
  readonly employee: { readonly name: string };
  readonly onClose: () => void;
}

interface Values {
  readonly reason: string;
  readonly people: readonly PickedPerson[];
}

/** "It was not this person": puts a mark in question, to be decided in the inbox. */
export function DisputeMark({ mark, timeZone, employee: { name }, onClose }: DisputeMarkProps) {
  const t = useTranslations();
  const format = useFormatter();
  const dispute = useSave(DisputeMarkDocument);
  const form = useForm<Values>({
    initialValues: { reason: '', people: [] },
    validate: { reason: (reason) => (reason.trim() === '' ? t('common.required') : null) },
  });
  const time = mark && format.dateTime(new Date(mark.at), { hour: '2-digit', minute: '2-digit', timeZone });

  function close() {
    dispute.clear();
    form.reset();
    onClose();
  }

  async function send({ reason, people }: Values) {
    if (mark === null) return;
    const input = { eventId: mark.eventId, reason: reason.trim(), actualEmployeeId: people[0]?.id ?? null };
    if (await dispute.save({ input }, t('dispute.sent'))) close();
  }

  return (
    <Dialog isOpen={mark !== null} onClose={close} title={t('dispute.title', { name })}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('dispute.text', { time: time ?? '' })}</Text>
          <Textarea
            label={t('dispute.reason')}
            description={t('dispute.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <PeoplePicker
            label={t('dispute.actual')}
            people={form.values.people}
            onChange={(people) => form.setFieldValue('people', people)}
            max={1}
          />
          {dispute.problem && (
            <ProblemNote
              problem={dispute.problem}
              text={dispute.problem === 'CONFLICT' ? t('dispute.conflict') : undefined}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={dispute.isSaving}>
              {t('dispute.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
