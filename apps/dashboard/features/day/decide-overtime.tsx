'use client';

import { Button, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { type DayVerdictFragment, type DecidedOvertimeFragment, DecideOvertimeDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface DecideOvertimeProps {
  readonly day: Pick<DayVerdictFragment, 'id' | 'overtime'>;
  /** Null: nobody decided yet. */
  readonly decision: DecidedOvertimeFragment | null;
}

/** How much of a day's overtime is paid; decided before, it can be decided again. */
export function DecideOvertime({ day: { id: dayId, overtime }, decision }: DecideOvertimeProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const decide = useSave(DecideOvertimeDocument);
  const form = useForm<{ minutes: number | '' }>({
    initialValues: { minutes: decision?.approvedMinutes ?? overtime.minutes },
    // An emptied field is no answer: it must not become "nothing is paid".
    validate: { minutes: (minutes) => (minutes === '' ? t('common.required') : null) },
  });
  const label = decision === null ? t('day.decideOvertime') : t('day.decideOvertimeAgain');

  function close() {
    dialog.close();
    decide.clear();
    form.reset();
  }

  async function send({ minutes }: { minutes: number | '' }) {
    if (minutes === '') return;
    const input = { dayId, approvedMinutes: minutes, version: decision?.version ?? 0 };
    if (await decide.save({ input }, t('day.done'))) dialog.close();
  }

  return (
    <>
      <Button size="xs" variant="light" mt="sm" onClick={dialog.open}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={label}>
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            {decide.problem && (
              <ProblemNote
                problem={decide.problem}
                text={decide.problem === 'CONFLICT' ? t('inbox.conflict') : undefined}
              />
            )}
            <NumberInput
              label={t('inbox.columnPayable')}
              min={0}
              max={overtime.minutes}
              allowDecimal={false}
              clampBehavior="strict"
              data-autofocus
              {...form.getInputProps('minutes')}
            />
            <FormActions submitLabel={t('inbox.approve')} isBusy={decide.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
