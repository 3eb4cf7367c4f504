'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import type { PeriodRowFragment } from '../../gql/graphql';
import { DateRange, PeriodScope, type ScopeNames } from './period-scope';
import classes from './periods.module.css';
import { ReopenPeriod } from './reopen-period';

interface PeriodsTableProps {
  readonly rows: readonly PeriodRowFragment[];
  readonly names: ScopeNames;
  readonly canReopen: boolean;
  readonly canSeeDeltas: boolean;
}

/** What payroll has taken. */
export function PeriodsTable({ rows, names, canReopen, canSeeDeltas }: PeriodsTableProps) {
  const t = useTranslations('periods');
  const columns: Column<PeriodRowFragment>[] = [
    { id: 'dates', header: t('columnDates'), cell: ({ from, to }) => <DateRange from={from} to={to} /> },
    { id: 'scope', header: t('columnScope'), cell: (period) => <PeriodScope {...period} names={names} /> },
    {
      id: 'state',
      header: t('columnState'),
      cell: ({ reopenedAt, reopenReason }) =>
        reopenedAt === null ? (
          <Pill tone="good">{t('locked')}</Pill>
        ) : (
          <span title={reopenReason ?? undefined}>
            <Pill tone="warn">{t('open')}</Pill> <bdi className={classes.reason}>{reopenReason}</bdi>
          </span>
        ),
    },
    {
      id: 'at',
      header: t('columnFinalised'),
      cell: ({ finalisedAt }) => <Moment at={finalisedAt} style="dateTime" />,
    },
  ];
  if (canSeeDeltas || canReopen)
    columns.push({
      id: 'actions',
      header: t('columnActions'),
      isAtEnd: true,
      cell: (period) => (
        <span className={classes.actions}>
          {canSeeDeltas && <Link href={`/periods/${period.id}`}>{t('differences')}</Link>}
          {canReopen && period.reopenedAt === null && <ReopenPeriod period={period} />}
        </span>
      ),
    });
  return <DataTable label={t('finalisedTitle')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
