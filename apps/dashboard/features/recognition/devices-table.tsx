'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import type { Recognition } from './load-recognition';
import { Share } from './share';

type Row = Recognition['devices'][number];

/** Refusals through each device, and of what came without one. */
export function DevicesTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations();
  const nameOf = ({ deviceId, name, source }: Row) => {
    if (name) return <span dir="auto">{name}</span>;
    return deviceId === null || deviceId === undefined ? t(`attendanceSource.${source}`) : t('recognition.otherDevice');
  };
  const columns: Column<Row>[] = [
    { id: 'device', header: t('recognition.device'), cell: nameOf },
    { id: 'refused', header: t('recognition.refused'), cell: ({ figures }) => <Share share={figures.refused} /> },
    {
      id: 'nonMatches',
      header: t('recognition.nonMatches'),
      cell: ({ figures }) => <Share share={figures.nonMatches} />,
    },
    { id: 'attacks', header: t('recognition.attacks'), cell: ({ figures }) => <Share share={figures.attacks} /> },
  ];
  const idOf = ({ deviceId, source }: Row) => deviceId ?? source;
  return <DataTable label={t('recognition.devicesTitle')} columns={columns} rows={rows} rowId={idOf} />;
}
