'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate, Moment } from '../../components/ui/moment';
import type { PolicyInUse } from './load-rules';
import classes from './rules.module.css';

export function RulesTable({ rows }: { readonly rows: readonly PolicyInUse[] }) {
  const t = useTranslations('rules');
  const columns: Column<PolicyInUse>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ policyId, newest }) => (
        <Link href={`/rules/${policyId}`} className={classes.name} dir="auto">
          {newest.name}
        </Link>
      ),
    },
    { id: 'version', header: t('columnVersion'), cell: ({ newest: { number } }) => t('version', { number }) },
    {
      id: 'from',
      header: t('columnFrom'),
      cell: ({ newest: { effectiveFrom } }) =>
        effectiveFrom === null ? t('fromBeginning') : <CalendarDate date={effectiveFrom} />,
    },
    { id: 'shifts', header: t('columnShifts'), cell: ({ shiftCount }) => t('shiftCount', { count: shiftCount }) },
    {
      id: 'changed',
      header: t('columnChanged'),
      cell: ({ newest: { createdAt } }) => <Moment at={createdAt} style="date" />,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={rows} rowId={({ policyId }) => policyId} />;
}
