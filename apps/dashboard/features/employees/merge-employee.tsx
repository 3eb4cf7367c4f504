'use client';

import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { MergeCandidateDocument, MergeEmployeesDocument } from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';
import { useSave } from '../../lib/graphql/use-save';
import { PeoplePicker, type PickedPerson } from '../people/people-picker';

interface MergeEmployeeProps {
  readonly employee: { readonly id: string; readonly name: string; readonly number: string; readonly version: number };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly people: readonly PickedPerson[];
  readonly reason: string;
}

/** A second record of this person: says what happens to it, and asks how one knows. */
export function MergeEmployee({ employee, isOpen, onClose }: MergeEmployeeProps) {
  const t = useTranslations();
  const client = useClient();
  const merge = useSave(MergeEmployeesDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<Values>({
    initialValues: { people: [], reason: '' },
    validate: {
      people: (people) => (people.length === 0 ? t('common.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('common.required') : null),
    },
  });

  function close() {
    merge.clear();
    setProblem(null);
    form.reset();
    onClose();
  }

  async function send({ people: [second], reason }: Values) {
    if (second === undefined) return;
    const { data, error } = await client.query(
      MergeCandidateDocument,
      { id: second.id },
      { requestPolicy: 'network-only' },
    );
    setProblem(error ? problemOfCombined(error) : data?.employee ? null : 'NOT_FOUND');
    if (!data?.employee) return;
    const input = {
      ...{ keepId: employee.id, keepVersion: employee.version },
      ...{ mergeId: second.id, mergeVersion: data.employee.version, reason: reason.trim() },
    };
    if (await merge.save({ input }, t('merge.done', { number: second.number }))) close();
  }

  const shown = problem ?? merge.problem;
  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('merge.mergeTitle', { name: employee.name })}>
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack>
          <Text>{t('merge.text', { number: employee.number })}</Text>
          <List size="sm">
            <List.Item>{t('merge.marks')}</List.Item>
            <List.Item>{t('merge.plan')}</List.Item>
            <List.Item>{t('merge.face')}</List.Item>
            <List.Item>{t('merge.kept')}</List.Item>
          </List>
          <PeoplePicker
            label={t('merge.second')}
            people={form.values.people}
            onChange={(people) => form.setFieldValue('people', people)}
            error={form.errors.people}
            max={1}
          />
          <Textarea
            label={t('merge.reason')}
            description={t('merge.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('reason')}
          />
          {shown && <ProblemNote problem={shown} text={shown === 'DAY_CLOSED' ? t('merge.closed') : undefined} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red.8" loading={merge.isSaving}>
              {t('merge.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
