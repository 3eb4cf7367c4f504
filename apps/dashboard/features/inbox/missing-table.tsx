'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import type { InboxQuery } from '../../gql/graphql';

type MissingDay = InboxQuery['attendanceDays']['nodes'][number];

export function MissingTable({ rows }: { readonly rows: readonly MissingDay[] }) {
  const t = useTranslations('inbox');
  const columns: Column<MissingDay>[] = [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    { id: 'when', header: t('columnWhen'), cell: ({ workDate }) => <CalendarDate date={workDate} /> },
    {
      id: 'open',
      header: t('columnDecide'),
      isAtEnd: true,
      cell: ({ employee, workDate }) => <Link href={`/attendance/${employee.id}/${workDate}`}>{t('open')}</Link>,
    },
  ];
  return <DataTable label={t('missing')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
