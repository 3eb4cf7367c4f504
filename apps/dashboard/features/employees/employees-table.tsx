'use client';

import { Checkbox } from '@mantine/core';
import type { SortingState } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Person } from '../../components/ui/person';
import type { EmployeeRowFragment, EmployeeSort } from '../../gql/graphql';
import { useFilters } from '../../lib/navigation/use-filters';
import { ChosenEmployees } from './chosen-employees';
import type { MoveTargets } from './move-employees';
import { EmployeeStatusPill, FaceStatusPill } from './status-pills';

const DEFAULT_SORT: EmployeeSort = 'NUMBER_ASC';

interface EmployeesTableProps {
  readonly rows: readonly EmployeeRowFragment[];
  /** Where people may be moved to; null: they may not. */
  readonly targets: MoveTargets | null;
}

export function EmployeesTable({ rows, targets }: EmployeesTableProps) {
  const t = useTranslations('employees');
  const filters = useFilters();
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const columns = useMemo(() => {
    const all = columnsOf(t);
    return targets === null ? all : [...all, choiceColumn(t, chosenIds, setChosenIds)];
  }, [t, targets, chosenIds]);
  return (
    <>
      {targets !== null && (
        <ChosenEmployees
          rows={rows}
          chosen={rows.filter(({ id }) => chosenIds.includes(id))}
          targets={targets}
          onChoose={setChosenIds}
        />
      )}
      <DataTable
        label={t('tableLabel')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        sorting={toSorting(filters.get('sort') || DEFAULT_SORT)}
        onSortingChange={(next) => filters.set({ sort: toSort(next) })}
      />
    </>
  );
}

function choiceColumn(
  t: ReturnType<typeof useTranslations<'employees'>>,
  chosenIds: readonly string[],
  onChange: (ids: readonly string[]) => void,
): Column<EmployeeRowFragment> {
  const toggle = (id: string) =>
    onChange(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id]);
  return {
    id: 'choice',
    header: t('columnChoice'),
    isAtEnd: true,
    cell: ({ id, name }) => (
      <Checkbox
        display="inline-block"
        aria-label={t('choose', { name })}
        checked={chosenIds.includes(id)}
        onChange={() => toggle(id)}
      />
    ),
  };
}

function columnsOf(t: ReturnType<typeof useTranslations<'employees'>>): Column<EmployeeRowFragment>[] {
  return [
    {
      id: 'NAME',
      header: t('columnName'),
      isSortable: true,
      cell: ({ id, name, email }) => <Person name={name} number={email ?? undefined} href={`/employees/${id}`} />,
    },
    {
      id: 'NUMBER',
      header: t('columnNumber'),
      isSortable: true,
      cell: ({ number }) => <span className="tabular">{number}</span>,
    },
    { id: 'site', header: t('columnSite'), cell: ({ site }) => site?.name ?? <None /> },
    {
      id: 'joined',
      header: t('columnJoined'),
      isMinor: true,
      cell: ({ joiningDate }) => (joiningDate ? <CalendarDate date={joiningDate} /> : <None />),
    },
    { id: 'face', header: t('columnFace'), cell: ({ faceStatus }) => <FaceStatusPill status={faceStatus} /> },
    { id: 'status', header: t('columnStatus'), cell: ({ status }) => <EmployeeStatusPill status={status} /> },
  ];
}

function toSorting(sort: string): SortingState {
  const [, id, direction] = /^(NAME|NUMBER)_(ASC|DESC)$/.exec(sort) ?? [];
  return id ? [{ id, desc: direction === 'DESC' }] : [];
}

function toSort([first]: SortingState): string {
  const sort = first ? `${first.id}_${first.desc ? 'DESC' : 'ASC'}` : DEFAULT_SORT;
  return sort === DEFAULT_SORT ? '' : sort;
}
