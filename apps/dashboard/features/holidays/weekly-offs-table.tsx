'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { RemoveButton } from '../../components/ui/remove-button';
import { RemoveWeeklyOffDocument, type WeeklyOffRowFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';

interface WeeklyOffsTableProps {
  readonly rows: readonly WeeklyOffRowFragment[];
  readonly sites: readonly SiteSummary[];
  readonly canEdit: boolean;
}

export function WeeklyOffsTable({ rows, sites, canEdit }: WeeklyOffsTableProps) {
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
          <RemoveButton
            label={t('holidays.removeNamed', { name })}
            title={t('holidays.removeTitle', { name })}
            text={t('holidays.removeOffText')}
            confirmLabel={t('holidays.remove')}
            done={t('holidays.removed', { name })}
            send={() => remove.send({ id, version })}
          />
        );
      },
    });
  return <DataTable label={t('holidays.offs')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
