'use client';

import { ActionIcon } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import type { AuditLineFragment } from '../../gql/graphql';
import { AuditDetail } from './audit-detail';
import { AuditOutcomePill } from './audit-outcome-pill';
import { AuditPartyName } from './audit-party-name';
import { useAuditNames } from './use-audit-names';

export function AuditTable({ rows }: { readonly rows: readonly AuditLineFragment[] }) {
  const t = useTranslations('audit');
  const [opened, setOpened] = useState<AuditLineFragment | null>(null);
  const columns = useColumns(setOpened);
  return (
    <>
      <DataTable label={t('tableLabel')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <AuditDetail entry={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function useColumns(open: (entry: AuditLineFragment) => void): Column<AuditLineFragment>[] {
  const t = useTranslations('audit');
  const common = useTranslations('common');
  const format = useFormatter();
  const names = useAuditNames();
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' });
  return [
    { id: 'time', header: t('columnTime'), cell: ({ at }) => <Moment at={at} style="dateTime" /> },
    { id: 'actor', header: t('columnActor'), cell: ({ actor }) => <AuditPartyName party={actor} /> },
    { id: 'action', header: t('columnAction'), cell: ({ action }) => names.action(action) },
    { id: 'target', header: t('columnTarget'), cell: ({ target }) => target && <AuditPartyName party={target} /> },
    { id: 'outcome', header: t('columnOutcome'), cell: ({ outcome }) => <AuditOutcomePill outcome={outcome} /> },
    {
      id: 'open',
      header: common('details'),
      isAtEnd: true,
      cell: (entry) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('open', { action: names.action(entry.action), time: time(entry.at) })}
          onClick={() => open(entry)}
        >
          <IconChevronRight size={18} aria-hidden="true" className="mirrored" />
        </ActionIcon>
      ),
    },
  ];
}
