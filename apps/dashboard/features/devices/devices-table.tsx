'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Pill } from '../../components/ui/pill';
import type { DeviceRowFragment } from '../../gql/graphql';
import type { SiteSummary } from '../auth/require-viewer';
import { ClockOffset } from './clock-offset';
import { DeviceActions } from './device-actions';
import { DeviceRefusals } from './device-refusals';
import classes from './devices.module.css';
import { EditDevice } from './edit-device';
import { PairDevice } from './pair-device';
import { RetireDevice } from './retire-device';

interface DevicesTableProps {
  readonly rows: readonly DeviceRowFragment[];
  readonly sites: readonly SiteSummary[];
  readonly canEdit: boolean;
}

interface Chosen {
  readonly device: DeviceRowFragment;
  readonly for: 'edit' | 'refusals' | 'pair' | 'retire';
}

export function DevicesTable({ rows, sites, canEdit }: DevicesTableProps) {
  const t = useTranslations('devices');
  const router = useRouter();
  const [chosen, choose] = useState<Chosen | null>(null);
  const chosenFor = (purpose: Chosen['for']) => (chosen?.for === purpose ? chosen.device : null);
  const close = () => choose(null);
  const closePairing = () => {
    close();
    // It may be paired by now.
    router.refresh();
  };
  const columns: Column<DeviceRowFragment>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ name, serialNumber, pairedAt }) => (
        <span>
          <bdi className={classes.name}>{name}</bdi>
          {pairedAt && (
            <span className={classes.quiet}>
              {t.rich('pairedSince', { time: () => <Moment at={pairedAt} style="dateTime" /> })}
            </span>
          )}
          {serialNumber && <span className={classes.quiet}>{serialNumber}</span>}
        </span>
      ),
    },
    { id: 'site', header: t('site'), cell: ({ site }) => site?.name ?? <None /> },
    {
      id: 'seen',
      header: t('lastSeen'),
      cell: ({ lastSeenAt }) => (lastSeenAt ? <Moment at={lastSeenAt} style="dateTime" /> : t('never')),
    },
    {
      id: 'synced',
      header: t('syncedThrough'),
      cell: ({ syncedThroughAt }) => (syncedThroughAt ? <Moment at={syncedThroughAt} style="dateTime" /> : <None />),
    },
    { id: 'clock', header: t('clock'), cell: ({ clockOffsetMs }) => <ClockOffset offsetMs={clockOffsetMs} /> },
    {
      id: 'status',
      header: t('status'),
      cell: ({ status }) => <Pill tone={status === 'ACTIVE' ? 'good' : 'quiet'}>{t(`deviceStatus.${status}`)}</Pill>,
    },
  ];
  if (canEdit)
    columns.push({
      id: 'actions',
      header: t('actionsColumn'),
      isAtEnd: true,
      cell: (device) => (
        <DeviceActions
          device={device}
          onEdit={() => choose({ device, for: 'edit' })}
          onRefusals={() => choose({ device, for: 'refusals' })}
          onPair={() => choose({ device, for: 'pair' })}
          onRetire={() => choose({ device, for: 'retire' })}
        />
      ),
    });
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <EditDevice
        key={chosen?.device.id}
        device={chosenFor('edit')}
        sites={sites}
        isOpen={chosen?.for === 'edit'}
        onClose={close}
      />
      <DeviceRefusals device={chosenFor('refusals')} onClose={close} />
      <PairDevice device={chosenFor('pair')} onClose={closePairing} />
      <RetireDevice device={chosenFor('retire')} onClose={close} />
    </>
  );
}
