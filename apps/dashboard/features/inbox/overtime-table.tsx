'use client';

import { Button, Group, NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Duration } from '../../components/ui/duration';
import { CalendarDate } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import { DecideOvertimeDocument, type PendingOvertimeFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './inbox.module.css';
import { useDecisions } from './use-decisions';

/** Overtime that is paid only once somebody says how much of it. */
export function OvertimeTable({ rows }: { readonly rows: readonly PendingOvertimeFragment[] }) {
  const t = useTranslations();
  const { send } = useOperation(DecideOvertimeDocument);
  const { open, decide } = useDecisions(rows);
  const [changed, change] = useState<ReadonlyMap<string, number | ''>>(new Map());

  const minutesOf = ({ id, overtimeMinutes }: PendingOvertimeFragment) => changed.get(id) ?? overtimeMinutes;
  /** An emptied field is no answer: it must not become "nothing is paid". */
  const isOpen = (day: PendingOvertimeFragment) => minutesOf(day) === '';
  const approve = (days: readonly PendingOvertimeFragment[]) => settle(days, minutesOf);
  const reject = (day: PendingOvertimeFragment) => settle([day], () => 0);

  /** One request a day: each is judged anew on its own. */
  function settle(
    days: readonly PendingOvertimeFragment[],
    payable: (day: PendingOvertimeFragment) => number | '',
  ): void {
    const decisions = days.flatMap((day) => {
      const approvedMinutes = payable(day);
      if (approvedMinutes === '') return [];
      const input = { dayId: day.id, approvedMinutes, version: 0 };
      return [{ id: day.id, name: day.employee.name, send: () => send({ input }) }];
    });
    decide(decisions, (count) => t('inbox.overtimeDecided', { count }));
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
            disabled={isOpen(day)}
            aria-label={t('inbox.approveOvertime', { name: day.employee.name })}
            onClick={() => approve([day])}
          >
            {t('inbox.approve')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('inbox.rejectOvertime', { name: day.employee.name })}
            onClick={() => reject(day)}
          >
            {t('inbox.reject')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      {open.length > 1 && (
        <Group justify="flex-end" px="lg" pt="sm">
          <Button size="xs" variant="light" disabled={open.some(isOpen)} onClick={() => approve(open)}>
            {t('inbox.approveAll', { count: open.length })}
          </Button>
        </Group>
      )}
      <DataTable label={t('inbox.overtime')} columns={columns} rows={open} rowId={({ id }) => id} />
    </>
  );
}
