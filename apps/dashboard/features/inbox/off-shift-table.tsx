'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import type { OffShiftMarkFragment } from '../../gql/graphql';
import { OffShiftReason } from '../day/off-shift-reason';

/** Marks that no day counts until somebody plans a shift for them or takes them back. */
export function OffShiftTable({ rows }: { readonly rows: readonly OffShiftMarkFragment[] }) {
  const t = useTranslations('inbox');
  const tOff = useTranslations('offShift');
  const columns: Column<OffShiftMarkFragment>[] = [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    {
      id: 'when',
      header: t('columnWhen'),
      cell: ({ at, timeZone }) => <Moment at={at} style="dateTime" timeZone={timeZone} />,
    },
    { id: 'reason', header: t('columnReason'), cell: ({ reason }) => <OffShiftReason reason={reason} /> },
    {
      id: 'open',
      header: t('columnDecide'),
      isAtEnd: true,
      cell: ({ employee, localDate }) => <Link href={`/attendance/${employee.id}/${localDate}`}>{t('open')}</Link>,
    },
  ];
  return <DataTable label={tOff('title')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
