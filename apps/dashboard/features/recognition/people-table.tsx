'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Person } from '../../components/ui/person';
import type { Recognition } from './load-recognition';
import { Share } from './share';

type Row = NonNullable<Recognition['people']>[number];

/** Who is refused, most surely often first. */
export function PeopleTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations('recognition');
  const columns: Column<Row>[] = [
    {
      id: 'person',
      header: t('person'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    { id: 'refused', header: t('refused'), cell: ({ figures }) => <Share share={figures.refused} /> },
    { id: 'nonMatches', header: t('nonMatches'), cell: ({ figures }) => <Share share={figures.nonMatches} /> },
    { id: 'attacks', header: t('attacks'), cell: ({ figures }) => <Share share={figures.attacks} /> },
  ];
  return <DataTable label={t('peopleTitle')} columns={columns} rows={rows} rowId={({ employee }) => employee.id} />;
}
