'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { RemoveWeeklyOffDocument, type WeeklyOffRowFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';
import type { TriedRange } from '../rules/policy-form';
import { RemoveDay } from './remove-day';

interface WeeklyOffsTableProps {
  readonly rows: readonly WeeklyOffRowFragment[];
  readonly sites: readonly SiteSummary[];
  readonly canEdit: boolean;
  /** The dates of which one sees what a removal would change; null: may not see them. */
  readonly triedRange: TriedRange | null;
}

export function WeeklyOffsTable({ rows, sites, canEdit, triedRange }: WeeklyOffsTableProps) {
  const t = useTranslations();
  const weekdays = useWeekdayNames('long');
  const remove = useOperation(RemoveWeeklyOffDocument);
  const columns: Column<WeeklyOffRowFragment>[] = [
    {
      id: 'weekday',
      header: t('holidays.weekday'),
      cell: ({ weekday }) => <span style={{ fontWeight: 560 }}>{weekdays[weekday - 1]}</span>,
    },
    {
      id: 'weeks',
      header: t('holidays.weeks'),
      cell: ({ weeksOfMonth }) =>
        weeksOfMonth.length === 0
          ? t('holidays.eachWeek')
          : weeksOfMonth.map((n) => t('holidays.nth', { n })).join(', '),
    },
    {
      id: 'from',
      header: t('holidays.from'),
      cell: ({ from }) => (from ? <CalendarDate date={from} /> : t('holidays.always')),
    },
    { id: 'to', header: t('holidays.to'), cell: ({ to }) => (to ? <CalendarDate date={to} /> : t('holidays.noEnd')) },
  ];
  if (sites.length > 1)
    columns.push({
      id: 'site',
      header: t('holidays.site'),
      cell: ({ siteId }) => sites.find(({ id }) => id === siteId)?.name ?? t('sites.every'),
    });
  if (canEdit)
    columns.push({
      id: 'remove',
      header: t('holidays.remove'),
      isAtEnd: true,
      cell: ({ id, weekday, version }) => {
        const name = weekdays[weekday - 1] ?? '';
        return (
          <RemoveDay
            name={name}
            text={t('holidays.removeOffText')}
            tried={triedRange && { ...triedRange, change: { removedWeeklyOff: { id, version } } }}
            send={() => remove.send({ id, version })}
          />
        );
      },
    });
  return <DataTable label={t('holidays.offs')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
