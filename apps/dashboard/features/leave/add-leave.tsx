'use client';

import { Button, NativeSelect, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { DAY_PORTIONS } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { LeaveTypeRowFragment } from '../../gql/graphql';
import { PeoplePicker, type PickedPerson } from '../people/people-picker';
import type { LeaveValues } from './leave-values';
import { useAddLeave } from './use-add-leave';

interface AddLeaveProps {
  readonly types: readonly LeaveTypeRowFragment[];
  /** Whose, where that is settled; left out: asked for. */
  readonly person?: PickedPerson;
}

/** HR enters a leave for somebody, and approves it at once if it is settled. */
export function AddLeave({ types, person }: AddLeaveProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const desk = useAddLeave();
  const form = useForm<LeaveValues>({
    initialValues: {
      ...{ people: person ? [person] : [], leaveTypeId: types[0]?.id ?? '' },
      ...{ from: '', to: '', portion: 'FULL', reason: '' },
      isApproved: true,
    },
    validate: {
      people: (people) => (people.length === 0 ? t('leave.personNeeded') : null),
      from: (date) => (date === '' ? t('common.required') : null),
      to: (date, { from }) => (date !== '' && date < from ? t('leave.endsBeforeBeginning') : null),
    },
  });

  function close() {
    dialog.close();
    desk.clear();
    form.reset();
  }

  async function send(values: LeaveValues) {
    if (await desk.add(values)) close();
  }

  return (
    <>
      <Button
        {...(person && { variant: 'default', size: 'compact-sm' })}
        leftSection={<IconPlus size={person ? 16 : 18} aria-hidden="true" />}
        onClick={dialog.open}
      >
        {t('leave.add')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={person ? t('leave.addFor', { name: person.name }) : t('leave.add')}
      >
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            {desk.problem && <ProblemNote problem={desk.problem} />}
            {person === undefined && (
              <PeoplePicker
                label={t('leave.person')}
                people={form.values.people}
                onChange={(people) => form.setFieldValue('people', people)}
                error={form.errors.people}
                max={1}
              />
            )}
            <NativeSelect
              label={t('leave.kind')}
              data={types.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('leaveTypeId')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput type="date" label={t('leave.from')} {...form.getInputProps('from')} />
              <TextInput
                type="date"
                label={t('leave.to')}
                description={t('leave.toHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('to')}
              />
            </SimpleGrid>
            <NativeSelect
              label={t('leave.portion')}
              data={DAY_PORTIONS.map((value) => ({ value, label: t(`dayPortion.${value}`) }))}
              {...form.getInputProps('portion')}
            />
            <Textarea
              label={`${t('leave.reason')} (${t('common.optional')})`}
              autosize
              minRows={2}
              dir="auto"
              {...form.getInputProps('reason')}
            />
            <Switch label={t('leave.approveAtOnce')} {...form.getInputProps('isApproved', { type: 'checkbox' })} />
            <FormActions submitLabel={t('leave.add')} isBusy={desk.isBusy} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
