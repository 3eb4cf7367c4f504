'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Duration } from '../../components/ui/duration';
import { Person } from '../../components/ui/person';
import type { RetroDeltasQuery } from '../../gql/graphql';
import classes from './periods.module.css';

type Delta = RetroDeltasQuery['retroDeltas'][number];
type PayClassKey = Parameters<ReturnType<typeof useTranslations<'payClass'>>>[0];

interface DeltasTableProps {
  readonly rows: readonly Delta[];
  readonly leaveTypes: readonly { readonly id: string; readonly name: string }[];
}

/** Minutes by class: handed over, now, and what is still to be paid or taken back. */
export function DeltasTable({ rows, leaveTypes }: DeltasTableProps) {
  const t = useTranslations();
  const format = useFormatter();
  const columns: Column<Delta>[] = [
    {
      id: 'person',
      header: t('periods.columnPerson'),
      cell: ({ employeeId, name, number }) => <Person name={name} number={number} href={`/employees/${employeeId}`} />,
    },
    { id: 'class', header: t('periods.columnClass'), cell: (row) => classOf(row) },
    {
      id: 'before',
      header: t('periods.columnBefore'),
      isAtEnd: true,
      cell: ({ beforeMinutes }) => <Duration minutes={beforeMinutes} />,
    },
    {
      id: 'after',
      header: t('periods.columnAfter'),
      isAtEnd: true,
      cell: ({ afterMinutes }) => <Duration minutes={afterMinutes} />,
    },
    {
      id: 'delta',
      header: t('periods.columnDelta'),
      isAtEnd: true,
      cell: ({ deltaMinutes }) => (
        <bdi className={classes.delta}>
          {t('periods.minutes', { minutes: format.number(deltaMinutes, { signDisplay: 'exceptZero' }) })}
        </bdi>
      ),
    },
  ];

  function classOf({ payClass, percent, leaveTypeId }: Delta): string {
    const key = payClass as PayClassKey;
    const name = t.has(`payClass.${key}`) ? t(`payClass.${key}`) : payClass;
    const leave = leaveTypes.find(({ id }) => id === leaveTypeId)?.name;
    if (leave !== undefined) return `${name} · ${leave}`;
    return payClass === 'OVERTIME' ? t('periods.atPercent', { name, percent: percent / 100 }) : name;
  }

  return (
    <DataTable
      label={t('periods.differencesTitle')}
      columns={columns}
      rows={rows}
      rowId={({ employeeId, payClass, percent, leaveTypeId }) => `${employeeId} ${payClass} ${percent} ${leaveTypeId}`}
    />
  );
}
