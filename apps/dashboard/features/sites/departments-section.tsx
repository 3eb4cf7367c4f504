'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { EmptyState } from '../../components/ui/empty-state';
import { None } from '../../components/ui/none';
import { Pill } from '../../components/ui/pill';
import { Surface } from '../../components/ui/surface';
import type { DepartmentRowFragment } from '../../gql/graphql';
import { EditDepartment } from './edit-department';

interface DepartmentsSectionProps {
  readonly departments: readonly DepartmentRowFragment[];
  readonly canEdit: boolean;
}

/** Who works together: reports and managers go by it. */
export function DepartmentsSection({ departments, canEdit }: DepartmentsSectionProps) {
  const t = useTranslations('departments');
  const [isAdding, adding] = useDisclosure(false);
  const [editing, edit] = useState<DepartmentRowFragment | null>(null);
  const columns: Column<DepartmentRowFragment>[] = [
    { id: 'name', header: t('name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'costCentre', header: t('costCentre'), cell: ({ costCentre }) => costCentre ?? <None /> },
    {
      id: 'status',
      header: t('status'),
      cell: ({ isArchived }) => (
        <Pill tone={isArchived ? 'quiet' : 'good'}>{isArchived ? t('archived') : t('inUse')}</Pill>
      ),
    },
  ];
  if (canEdit)
    columns.push({
      id: 'edit',
      header: t('edit'),
      isAtEnd: true,
      cell: (department) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('editNamed', { name: department.name })}
          onClick={() => edit(department)}
        >
          {t('edit')}
        </Button>
      ),
    });
  const add = canEdit && (
    <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={adding.open}>
      {t('add')}
    </Button>
  );
  return (
    <Surface title={t('title')} titleId="departments" actions={add} isFlush>
      {departments.length === 0 ? (
        <EmptyState icon={<IconUsersGroup size={22} />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <DataTable label={t('title')} columns={columns} rows={departments} rowId={({ id }) => id} />
      )}
      <EditDepartment department={null} isOpen={isAdding} onClose={adding.close} />
      <EditDepartment key={editing?.id} department={editing} isOpen={editing !== null} onClose={() => edit(null)} />
    </Surface>
  );
}
