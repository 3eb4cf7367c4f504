'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { type HolidayRowFragment, RemoveHolidayDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import type { SiteSummary } from '../auth/require-viewer';
import { RemoveDay } from './remove-day';

interface HolidaysTableProps {
  readonly rows: readonly HolidayRowFragment[];
  readonly sites: readonly SiteSummary[];
  readonly canEdit: boolean;
  /** May see whose days a removal would change. */
  readonly canTryOut: boolean;
}

export function HolidaysTable({ rows, sites, canEdit, canTryOut }: HolidaysTableProps) {
  const t = useTranslations();
  const remove = useOperation(RemoveHolidayDocument);
  const columns: Column<HolidayRowFragment>[] = [
    { id: 'name', header: t('holidays.name'), cell: ({ name }) => <bdi style={{ fontWeight: 560 }}>{name}</bdi> },
    { id: 'date', header: t('holidays.date'), cell: ({ date }) => <CalendarDate date={date} style="longDate" /> },
    { id: 'portion', header: t('holidays.portion'), cell: ({ portion }) => t(`dayPortion.${portion}`) },
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
      cell: ({ id, name, date, version }) => (
        <RemoveDay
          name={name}
          text={t('holidays.removeText')}
          tried={canTryOut ? { from: date, to: date, change: { removedHoliday: { id, version } } } : null}
          send={() => remove.send({ id, version })}
        />
      ),
    });
  return <DataTable label={t('holidays.title')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
