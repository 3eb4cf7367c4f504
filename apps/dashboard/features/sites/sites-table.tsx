'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Pill } from '../../components/ui/pill';
import type { SiteRowFragment } from '../../gql/graphql';
import { SiteActions } from './site-actions';
import classes from './sites.module.css';

const EditSite = dynamic(() => import('./edit-site').then((module) => module.EditSite), { ssr: false });

interface SitesTableProps {
  readonly rows: readonly SiteRowFragment[];
  readonly canEdit: boolean;
}

export function SitesTable({ rows, canEdit }: SitesTableProps) {
  const t = useTranslations();
  const [editing, edit] = useState<SiteRowFragment | null>(null);
  const columns: Column<SiteRowFragment>[] = [
    {
      id: 'name',
      header: t('sites.name'),
      cell: ({ name }) => <bdi className={classes.name}>{name}</bdi>,
    },
    { id: 'zone', header: t('sites.timeZone'), cell: ({ timeZone }) => timeZone },
    { id: 'fence', header: t('sites.geofence'), cell: ({ geofence, geofenceMode }) => fenceOf(geofence, geofenceMode) },
    {
      id: 'networks',
      header: t('sites.networks'),
      cell: ({ allowedNetworks, networkMode }) =>
        rule(networkMode, t('sites.networkCount', { count: allowedNetworks?.length ?? 0 })),
    },
    {
      id: 'status',
      header: t('sites.status'),
      cell: ({ isArchived }) => (
        <Pill tone={isArchived ? 'quiet' : 'good'}>{isArchived ? t('sites.isClosed') : t('sites.isOpen')}</Pill>
      ),
    },
  ];
  if (canEdit)
    columns.push({
      id: 'actions',
      header: t('sites.actionsColumn'),
      isAtEnd: true,
      cell: (site) => <SiteActions site={site} onEdit={() => edit(site)} />,
    });

  function rule(mode: SiteRowFragment['geofenceMode'], what: string) {
    if (mode === 'OFF') return t('sites.notChecked');
    return (
      <span>
        {what}
        <span className={classes.quiet}>{t(`placeRuleMode.${mode}`)}</span>
      </span>
    );
  }

  function fenceOf(fence: SiteRowFragment['geofence'], mode: SiteRowFragment['geofenceMode']) {
    const isCircle = fence?.kind === 'CIRCLE';
    return rule(
      mode,
      isCircle
        ? t('sites.circleOf', { metres: Math.round(fence?.radiusMetres ?? 0) })
        : t('sites.polygonOf', { count: fence?.points.length ?? 0 }),
    );
  }

  return (
    <>
      <DataTable label={t('sites.title')} columns={columns} rows={rows} rowId={({ id }) => id} />
      {editing && (
        <EditSite key={editing.id} site={editing} timeZone={editing.timeZone} isOpen onClose={() => edit(null)} />
      )}
    </>
  );
}
