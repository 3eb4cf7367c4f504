'use client';

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { AttendanceKind } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { momentOf } from '../../lib/time/zoned-day';
import { KindAndReason } from '../marking/kind-and-reason';
import { CorrectionEffect } from './correction-effect';
import { useCorrection } from './use-correction';
import { useCorrectionEffect } from './use-correction-effect';

interface AddMarkProps {
  readonly employee: { readonly id: string; readonly name: string };
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly timeZone: string;
  /** False: somebody else decides about it. */
  readonly isDecided: boolean;
}

interface Values {
  readonly time: string;
  readonly kind: AttendanceKind;
  readonly reason: string;
}

/** A mark that was forgotten, entered by whoever may decide about it, or asked for by the person. */
export function AddMark({ employee, date, timeZone, isDecided }: AddMarkProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const desk = useCorrection();
  const shown = useCorrectionEffect();
  const form = useForm<Values>({
    initialValues: { time: '', kind: 'AUTO', reason: '' },
    // What was shown was of other values.
    onValuesChange: shown.forget,
    validate: {
      time: (time) => (/^\d{2}:\d{2}$/.test(time) ? null : t('common.required')),
      reason: (reason) => (reason.trim() === '' ? t('common.required') : null),
    },
  });

  function close() {
    dialog.close();
    desk.clear();
    shown.forget();
    form.reset();
  }

  function toInput({ time, kind, reason }: Values) {
    const at = momentOf(date, time, timeZone).toISOString();
    return { employeeId: employee.id, action: 'ADD' as const, at, kind, reason: reason.trim() };
  }

  async function send(values: Values) {
    const input = toInput(values);
    if (!(await (isDecided ? desk.correct(input, shown.effect?.token) : desk.ask(input)))) return;
    notifications.show({ color: 'pine', message: t(isDecided ? 'day.done' : 'day.requested') });
    close();
  }

  const problem = desk.problem ?? shown.problem;
  const textOf = (one: ApiProblem) =>
    one === 'DAY_CLOSED' ? t('day.closed') : one === 'CONFLICT' ? t('rules.previewConflict') : undefined;
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t(isDecided ? 'day.addMark' : 'day.askMark')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={isDecided ? t('day.addTitle', { name: employee.name }) : t('day.askMark')}
      >
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            <TextInput
              type="time"
              label={t('day.time')}
              description={t('day.timeHint')}
              required
              data-autofocus
              {...form.getInputProps('time')}
            />
            <KindAndReason
              kind={form.getInputProps('kind')}
              reason={{ ...form.getInputProps('reason'), description: t('day.reasonHint') }}
            />
            {shown.effect && <CorrectionEffect effect={shown.effect} />}
            {problem && <ProblemNote problem={problem} text={textOf(problem)} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              {isDecided && (
                <Button
                  variant="light"
                  loading={shown.isLooking}
                  onClick={() => form.onSubmit((values) => shown.look({ input: toInput(values) }))()}
                >
                  {t('rules.try')}
                </Button>
              )}
              <Button type="submit" loading={desk.isBusy}>
                {t(isDecided ? 'day.send' : 'day.sendRequest')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
