'use client';

import { Button, Group, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Duration } from '../../components/ui/duration';
import { CalendarDate } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import { DecideOvertimeDocument, type PendingOvertimeFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './inbox.module.css';

/** Overtime that is paid only once somebody says how much of it. */
export function OvertimeTable({ rows }: { readonly rows: readonly PendingOvertimeFragment[] }) {
  const t = useTranslations();
  const router = useRouter();
  const decide = useOperation(DecideOvertimeDocument);
  const [changed, change] = useState<ReadonlyMap<string, number | ''>>(new Map());
  const [isBusy, setBusy] = useState(false);

  const minutesOf = ({ id, overtimeMinutes }: PendingOvertimeFragment) => changed.get(id) ?? overtimeMinutes;
  /** An emptied field is no answer: it must not become "nothing is paid". */
  const isOpen = (day: PendingOvertimeFragment) => minutesOf(day) === '';
  const approve = (days: readonly PendingOvertimeFragment[]) =>
    send(
      days.flatMap((day) => {
        const approvedMinutes = minutesOf(day);
        return approvedMinutes === '' ? [] : [{ id: day.id, approvedMinutes }];
      }),
    );

  /** One request a day: each is judged anew on its own, so one that fails holds up no other. */
  async function send(days: readonly { readonly id: string; readonly approvedMinutes: number }[]) {
    setBusy(true);
    let doneCount = 0;
    for (const { id: dayId, approvedMinutes } of days) {
      const result = await decide.send({ input: { dayId, approvedMinutes, version: 0 } });
      if (result.ok) doneCount += 1;
      else {
        const message = result.problem === 'CONFLICT' ? t('inbox.conflict') : t(`error.${result.problem}`);
        notifications.show({ color: 'red', message });
      }
    }
    setBusy(false);
    if (doneCount > 0) notifications.show({ color: 'pine', message: t('inbox.overtimeDecided', { count: doneCount }) });
    router.refresh();
  }

  const columns: Column<PendingOvertimeFragment>[] = [
    {
      id: 'person',
      header: t('inbox.columnPerson'),
      cell: ({ employee: { id, name, number }, workDate }) => (
        <Person name={name} number={number} href={`/attendance/${id}/${workDate}`} />
      ),
    },
    { id: 'when', header: t('inbox.columnWhen'), cell: ({ workDate }) => <CalendarDate date={workDate} /> },
    {
      id: 'overtime',
      header: t('inbox.columnOvertime'),
      cell: ({ overtimeMinutes }) => <Duration minutes={overtimeMinutes} />,
    },
    {
      id: 'approved',
      header: t('inbox.columnPayable'),
      cell: (day) => (
        <NumberInput
          size="xs"
          w="7rem"
          aria-label={t('inbox.payableOf', { name: day.employee.name })}
          min={0}
          max={day.overtimeMinutes}
          allowDecimal={false}
          clampBehavior="strict"
          value={minutesOf(day)}
          onChange={(value) => change(new Map(changed).set(day.id, value === '' ? '' : Number(value)))}
        />
      ),
    },
    {
      id: 'decide',
      header: t('inbox.columnDecide'),
      isAtEnd: true,
      cell: (day) => (
        <div className={classes.buttons}>
          <Button
            size="xs"
            loading={isBusy}
            disabled={isOpen(day)}
            aria-label={t('inbox.approveOvertime', { name: day.employee.name })}
            onClick={() => approve([day])}
          >
            {t('inbox.approve')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={isBusy}
            aria-label={t('inbox.rejectOvertime', { name: day.employee.name })}
            onClick={() => send([{ id: day.id, approvedMinutes: 0 }])}
          >
            {t('inbox.reject')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      {rows.length > 1 && (
        <Group justify="flex-end" px="lg" pt="sm">
          <Button size="xs" variant="light" loading={isBusy} disabled={rows.some(isOpen)} onClick={() => approve(rows)}>
            {t('inbox.approveAll', { count: rows.length })}
          </Button>
        </Group>
      )}
      <DataTable label={t('inbox.overtime')} columns={columns} rows={rows} rowId={({ id }) => id} />
    </>
  );
}
