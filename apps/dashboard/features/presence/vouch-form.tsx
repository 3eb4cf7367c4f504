'use client';

import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AttendanceKind } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { KindAndReason } from '../marking/kind-and-reason';
import { PeoplePicker, type PickedPerson } from '../people/people-picker';
import { useVouch } from './use-vouch';
import { VouchRefusal } from './vouch-refusal';

interface VouchFormProps {
  /** Null: to be chosen. */
  readonly person: PickedPerson | null;
  readonly onDone: () => void;
}

interface Values {
  readonly people: readonly PickedPerson[];
  readonly kind: AttendanceKind;
  readonly reason: string;
}

export function VouchForm({ person, onDone }: VouchFormProps) {
  const t = useTranslations();
  const vouch = useVouch();
  const form = useForm<Values>({
    initialValues: { people: person ? [person] : [], kind: 'AUTO', reason: '' },
    // Another mark than the one that was refused or got no answer.
    onValuesChange: vouch.renew,
    validate: {
      people: (people) => (people.length === 0 ? t('vouch.personNeeded') : null),
      reason: (reason) => (reason.trim() === '' ? t('common.required') : null),
    },
  });

  async function send({ people, kind, reason }: Values) {
    const [chosen] = people;
    if (chosen && (await vouch.send(chosen, { kind, reason: reason.trim() }))) onDone();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        <Text size="sm">{t('vouch.text')}</Text>
        {person === null && (
          <PeoplePicker
            label={t('vouch.person')}
            people={form.values.people}
            onChange={(people) => form.setFieldValue('people', people)}
            error={form.errors.people}
            max={1}
          />
        )}
        <KindAndReason
          kind={form.getInputProps('kind')}
          reason={{ ...form.getInputProps('reason'), description: t('vouch.reasonHint') }}
        />
        <VouchRefusal refusal={vouch.refusal} />
        <FormActions submitLabel={t('vouch.submit')} isBusy={vouch.isSending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
