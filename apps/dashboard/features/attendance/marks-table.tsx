'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import type { MarkFragment } from '../../gql/graphql';

export function MarksTable({ rows }: { readonly rows: readonly MarkFragment[] }) {
  const t = useTranslations();
  const columns = useMemo(() => columnsOf(t), [t]);
  return <DataTable label={t('attendance.marksTable')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

function columnsOf(t: ReturnType<typeof useTranslations<never>>): Column<MarkFragment>[] {
  return [
    {
      id: 'person',
      header: t('attendance.columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    {
      id: 'time',
      header: t('attendance.columnTime'),
      cell: ({ at, timeZone }) => <Moment at={at} style="timeWithSeconds" timeZone={timeZone} />,
    },
    { id: 'kind', header: t('attendance.columnKind'), cell: ({ kind }) => t(`attendanceKind.${kind}`) },
    {
      id: 'assurance',
      header: t('attendance.columnAssurance'),
      cell: ({ assurance }) => t(`assurance.${assurance}`),
    },
    { id: 'source', header: t('attendance.columnSource'), cell: ({ source }) => t(`attendanceSource.${source}`) },
  ];
}
