'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Duration } from '../../components/ui/duration';
import { Moment } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Person } from '../../components/ui/person';
import type { DayFragment } from '../../gql/graphql';
import { DayStatusPill } from './day-status-pill';
import { FlagNotes } from './flag-notes';

export function DaysTable({ rows }: { readonly rows: readonly DayFragment[] }) {
  const t = useTranslations('attendance');
  const columns = useMemo(() => columnsOf(t), [t]);
  return <DataTable label={t('daysTable')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

function columnsOf(t: ReturnType<typeof useTranslations<'attendance'>>): Column<DayFragment>[] {
  const time = (at: string | null | undefined, day: DayFragment) =>
    at ? <Moment at={at} style="time" timeZone={day.employee.site?.timeZone} /> : <None />;
  return [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    { id: 'status', header: t('columnStatus'), cell: (day) => <DayStatusPill day={day} /> },
    { id: 'firstIn', header: t('columnFirstIn'), isAtEnd: true, cell: (day) => time(day.firstInAt, day) },
    { id: 'lastOut', header: t('columnLastOut'), isAtEnd: true, cell: (day) => time(day.lastOutAt, day) },
    {
      id: 'worked',
      header: t('columnWorked'),
      isAtEnd: true,
      cell: ({ workedMinutes }) => <Duration minutes={workedMinutes} />,
    },
    {
      id: 'breaks',
      header: t('columnBreaks'),
      isAtEnd: true,
      isMinor: true,
      cell: ({ breakMinutes }) => <Duration minutes={breakMinutes} />,
    },
    {
      id: 'late',
      header: t('columnLate'),
      isAtEnd: true,
      isMinor: true,
      cell: ({ lateMinutes }) => <Duration minutes={lateMinutes} />,
    },
    {
      id: 'flags',
      header: t('columnFlags'),
      cell: ({ flags, status }) => <FlagNotes flags={flags} isUnderWay={status === 'IN_PROGRESS'} />,
    },
    {
      id: 'why',
      header: '',
      isAtEnd: true,
      cell: ({ employee, workDate }) => (
        <Link href={`/attendance/${employee.id}/${workDate}`} aria-label={t('whyOf', { name: employee.name })}>
          {t('why')}
        </Link>
      ),
    },
  ];
}
