'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { EmptyState } from '../../components/ui/empty-state';
import { Pill } from '../../components/ui/pill';
import { Surface } from '../../components/ui/surface';
import type { LeaveTypeRowFragment } from '../../gql/graphql';
import { EditKind } from './edit-kind';
import { LeaveKind } from './leave-kind';

interface KindsSectionProps {
  readonly types: readonly LeaveTypeRowFragment[];
  readonly canEdit: boolean;
}

/** What people can be away for. */
export function KindsSection({ types, canEdit }: KindsSectionProps) {
  const t = useTranslations('leave');
  const [isAdding, adding] = useDisclosure(false);
  const [editing, edit] = useState<LeaveTypeRowFragment | null>(null);
  const columns: Column<LeaveTypeRowFragment>[] = [
    { id: 'name', header: t('kindName'), cell: (type) => <LeaveKind type={type} /> },
    { id: 'paid', header: t('pay'), cell: ({ isPaid }) => (isPaid ? t('isPaid') : t('isUnpaid')) },
    {
      id: 'status',
      header: t('status'),
      cell: ({ isArchived }) => (
        <Pill tone={isArchived ? 'quiet' : 'good'}>{isArchived ? t('notOffered') : t('offered')}</Pill>
      ),
    },
  ];
  if (canEdit)
    columns.push({
      id: 'edit',
      header: t('edit'),
      isAtEnd: true,
      cell: (type) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('editNamed', { name: type.name })}
          onClick={() => edit(type)}
        >
          {t('edit')}
        </Button>
      ),
    });
  const add = canEdit && (
    <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={adding.open}>
      {t('addKind')}
    </Button>
  );
  return (
    <Surface title={t('kinds')} titleId="leave-kinds" actions={add} isFlush>
      {types.length === 0 ? (
        <EmptyState icon={<IconBeach size={22} />} title={t('noKinds')} text={t('noKindsText')} />
      ) : (
        <DataTable label={t('kinds')} columns={columns} rows={types} rowId={({ id }) => id} />
      )}
      <EditKind type={null} isOpen={isAdding} onClose={adding.close} />
      <EditKind key={editing?.id} type={editing} isOpen={editing !== null} onClose={() => edit(null)} />
    </Surface>
  );
}
