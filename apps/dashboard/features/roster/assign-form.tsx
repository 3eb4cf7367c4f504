'use client';

import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { AssignShiftDocument, type RosterShiftFragment } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { PeoplePicker, type PickedPerson } from '../people/people-picker';

interface AssignFormProps {
  readonly shifts: readonly RosterShiftFragment[];
  /** Null: to be chosen. */
  readonly person: PickedPerson | null;
  /** `YYYY-MM-DD`, proposed. */
  readonly from: string;
  /** Empty: open-ended. */
  readonly to: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Values {
  readonly people: readonly PickedPerson[];
  readonly shiftId: string;
  readonly from: string;
  readonly to: string;
}

/** Gives people a shift from one date to another. */
export function AssignForm({ shifts, person, from, to, onDone, onCancel }: AssignFormProps) {
  const t = useTranslations();
  const assign = useSave(AssignShiftDocument);
  const offered = shifts.filter(({ isArchived }) => !isArchived);
  const form = useForm<Values>({
    initialValues: { people: person ? [person] : [], shiftId: offered[0]?.id ?? '', from, to },
    validate: {
      people: (people) => (people.length === 0 ? t('roster.peopleNeeded') : null),
      from: (date) => (date === '' ? t('common.required') : null),
      to: (date, { from }) => (date !== '' && date < from ? t('roster.endsBeforeBeginning') : null),
    },
  });

  async function send({ people, ...values }: Values) {
    const employeeIds = people.map(({ id }) => id);
    const input = { employeeIds, shiftId: values.shiftId, from: values.from, to: values.to || null };
    if (await assign.save({ input }, t('roster.assigned', { count: people.length }))) onDone();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        {assign.problem && (
          <ProblemNote
            problem={assign.problem}
            text={assign.problem === 'SHIFT_OVERLAP' ? t('roster.overlap') : undefined}
          />
        )}
        {person === null && (
          <PeoplePicker
            label={t('roster.people')}
            people={form.values.people}
            onChange={(people) => form.setFieldValue('people', people)}
            error={form.errors.people}
          />
        )}
        <NativeSelect
          label={t('roster.shift')}
          data={offered.map(({ id, name, start, end }) => ({ value: id, label: `${name} (${start} – ${end})` }))}
          {...form.getInputProps('shiftId')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={t('roster.from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={`${t('roster.to')} (${t('common.optional')})`} {...form.getInputProps('to')} />
        </SimpleGrid>
        <FormActions submitLabel={t('roster.assignSubmit')} isBusy={assign.isSaving} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
