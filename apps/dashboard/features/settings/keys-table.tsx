'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import type { ApiKeyRowFragment } from '../../gql/graphql';
import { KeyActions } from './key-actions';
import { type KeyState, keyState } from './key-state';
import { OldKey } from './old-key';
import { RevokeKey } from './revoke-key';
import { RotateKey } from './rotate-key';
import { ScopeNames } from './scope-names';
import classes from './settings.module.css';

interface KeysTableProps {
  readonly rows: readonly ApiKeyRowFragment[];
  /** When the list was loaded, ISO 8601. */
  readonly now: string;
}

export function KeysTable({ rows, now }: KeysTableProps) {
  const t = useTranslations('settings');
  const [rotating, setRotating] = useState<ApiKeyRowFragment | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyRowFragment | null>(null);
  const columns = useMemo(() => columnsOf(t, { now, revoke: setRevoking, rotate: setRotating }), [t, now]);
  return (
    <>
      <DataTable label={t('keysTable')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <RotateKey apiKey={rotating} onClose={() => setRotating(null)} />
      <RevokeKey apiKey={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

const STATE = {
  ACTIVE: { tone: 'good', label: 'keyActive' },
  EXPIRED: { tone: 'quiet', label: 'keyExpired' },
  REVOKED: { tone: 'quiet', label: 'keyRevoked' },
} as const satisfies Record<KeyState, unknown>;

interface ColumnOptions {
  readonly now: string;
  readonly revoke: (key: ApiKeyRowFragment) => void;
  readonly rotate: (key: ApiKeyRowFragment) => void;
}

function columnsOf(
  t: ReturnType<typeof useTranslations<'settings'>>,
  { now, revoke, rotate }: ColumnOptions,
): Column<ApiKeyRowFragment>[] {
  return [
    { id: 'name', header: t('keyName'), cell: ({ name }) => <span className={classes.name}>{name}</span> },
    { id: 'scopes', header: t('keyScopes'), cell: ({ scopes }) => <ScopeNames scopes={scopes} /> },
    { id: 'created', header: t('keyCreated'), cell: ({ createdAt }) => <Moment at={createdAt} style="date" /> },
    {
      id: 'lastUsed',
      header: t('keyLastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} style="dateTime" /> : t('keyNeverUsed')),
    },
    {
      id: 'expires',
      header: t('keyExpires'),
      cell: ({ expiresAt }) => (expiresAt ? <Moment at={expiresAt} style="date" /> : t('keyNever')),
    },
    {
      id: 'status',
      header: t('keyStatus'),
      cell: (key) => {
        const { tone, label } = STATE[keyState(key, now)];
        return (
          <>
            <Pill tone={tone}>{t(label)}</Pill>
            <OldKey apiKey={key} now={now} />
          </>
        );
      },
    },
    {
      id: 'actions',
      header: '',
      isAtEnd: true,
      cell: (key) => <KeyActions apiKey={key} now={now} onRotate={rotate} onRevoke={revoke} />,
    },
  ];
}
