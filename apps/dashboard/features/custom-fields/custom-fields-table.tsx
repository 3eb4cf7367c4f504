'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { None } from '../../components/ui/none';
import { Pill } from '../../components/ui/pill';
import { RemoveButton } from '../../components/ui/remove-button';
import { type CustomFieldRowFragment, RemoveCustomFieldDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { EditCustomField } from './edit-custom-field';

export function CustomFieldsTable({ rows }: { readonly rows: readonly CustomFieldRowFragment[] }) {
  const t = useTranslations('customFields');
  const [editing, edit] = useState<CustomFieldRowFragment | null>(null);
  const columns: Column<CustomFieldRowFragment>[] = [
    { id: 'label', header: t('label'), cell: ({ label }) => <bdi>{label}</bdi> },
    { id: 'type', header: t('type'), cell: ({ type }) => t(`types.${type}`) },
    {
      id: 'options',
      header: t('options'),
      isMinor: true,
      cell: ({ options }) => (options.length === 0 ? <None /> : <bdi>{options.join(', ')}</bdi>),
    },
    {
      id: 'required',
      header: t('required'),
      cell: ({ isRequired }) => <Pill tone="quiet">{t(isRequired ? 'isRequired' : 'isOptional')}</Pill>,
    },
    { id: 'actions', header: '', isAtEnd: true, cell: (field) => <Actions field={field} onEdit={edit} /> },
  ];
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <EditCustomField key={editing?.id} field={editing} isOpen={editing !== null} onClose={() => edit(null)} />
    </>
  );
}

interface ActionsProps {
  readonly field: CustomFieldRowFragment;
  readonly onEdit: (field: CustomFieldRowFragment) => void;
}

function Actions({ field, onEdit }: ActionsProps) {
  const t = useTranslations('customFields');
  const remove = useOperation(RemoveCustomFieldDocument);
  const { id, version, label } = field;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button variant="default" size="compact-sm" aria-label={t('editNamed', { label })} onClick={() => onEdit(field)}>
        {t('edit')}
      </Button>
      <RemoveButton
        label={t('removeNamed', { label })}
        title={t('removeTitle', { label })}
        text={t('removeText')}
        confirmLabel={t('remove')}
        done={t('removed', { label })}
        send={() => remove.send({ id, version })}
      />
    </Group>
  );
}
