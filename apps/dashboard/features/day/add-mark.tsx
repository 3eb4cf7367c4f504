'use client';

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { ATTENDANCE_KINDS, type AttendanceKind } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { momentOf } from '../../lib/time/zoned-day';
import { useCorrection } from './use-correction';

interface AddMarkProps {
  readonly employee: { readonly id: string; readonly name: string };
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly timeZone: string;
}

interface Values {
  readonly time: string;
  readonly kind: AttendanceKind;
  readonly reason: string;
}

/** A mark that was forgotten, entered by whoever may decide about it. */
export function AddMark({ employee, date, timeZone }: AddMarkProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const desk = useCorrection();
  const form = useForm<Values>({
    initialValues: { time: '', kind: 'AUTO', reason: '' },
    validate: {
      time: (time) => (/^\d{2}:\d{2}$/.test(time) ? null : t('common.required')),
      reason: (reason) => (reason.trim() === '' ? t('common.required') : null),
    },
  });

  function close() {
    dialog.close();
    desk.clear();
    form.reset();
  }

  async function send({ time, kind, reason }: Values) {
    const at = momentOf(date, time, timeZone).toISOString();
    const input = { employeeId: employee.id, action: 'ADD' as const, at, kind, reason: reason.trim() };
    if (!(await desk.correct(input))) return;
    notifications.show({ color: 'pine', message: t('day.done') });
    close();
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('day.addMark')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('day.addTitle', { name: employee.name })}>
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
            <NativeSelect
              label={t('day.kind')}
              data={ATTENDANCE_KINDS.map((value) => ({ value, label: t(`attendanceKind.${value}`) }))}
              {...form.getInputProps('kind')}
            />
            <Textarea
              label={t('day.reason')}
              description={t('day.reasonHint')}
              required
              autosize
              minRows={2}
              {...form.getInputProps('reason')}
            />
            {desk.problem && (
              <ProblemNote problem={desk.problem} text={desk.problem === 'DAY_CLOSED' ? t('day.closed') : undefined} />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={desk.isBusy}>
                {t('day.send')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
