'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Duration } from '../../components/ui/duration';
import { Pill } from '../../components/ui/pill';
import type { ShiftRowFragment } from '../../gql/graphql';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import { ShiftActions } from './shift-actions';
import type { PolicyChoice } from './shift-form';
import { isOverMidnight, shiftMinutes } from './shift-hours';

const EditShift = dynamic(() => import('./edit-shift').then((module) => module.EditShift), { ssr: false });

interface ShiftsTableProps {
  readonly rows: readonly ShiftRowFragment[];
  readonly policies: readonly PolicyChoice[];
  readonly today: string;
  readonly canEdit: boolean;
  readonly canTryOut: boolean;
}

export function ShiftsTable({ rows, policies, today, canEdit, canTryOut }: ShiftsTableProps) {
  const t = useTranslations('shifts');
  const weekdays = useWeekdayNames('short');
  const [editing, edit] = useState<ShiftRowFragment | null>(null);
  const columns: Column<ShiftRowFragment>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: ({ name }) => (
        <strong dir="auto" style={{ fontWeight: 560 }}>
          {name}
        </strong>
      ),
    },
    {
      id: 'hours',
      header: t('hours'),
      cell: ({ start, end }) => (
        <span className="tabular">
          {start} – {end}
          {isOverMidnight(start, end) && ` ${t('nextDayShort')}`}
        </span>
      ),
    },
    {
      id: 'length',
      header: t('length'),
      cell: ({ start, end }) => <Duration minutes={shiftMinutes(start, end)} />,
    },
    { id: 'days', header: t('days'), cell: ({ pattern }) => daysOf(pattern) },
    {
      id: 'policy',
      header: t('policy'),
      cell: ({ policyId }) => policies.find((policy) => policy.policyId === policyId)?.name ?? t('standardPolicy'),
    },
    {
      id: 'status',
      header: t('status'),
      cell: ({ isArchived }) => (
        <Pill tone={isArchived ? 'quiet' : 'good'}>{isArchived ? t('archived') : t('inUseNow')}</Pill>
      ),
    },
  ];
  if (canEdit)
    columns.push({
      id: 'actions',
      header: t('actionsColumn'),
      isAtEnd: true,
      cell: (shift) => <ShiftActions shift={shift} onEdit={() => edit(shift)} />,
    });

  function daysOf({ kind, weekdays: worked, lengthDays, workDays }: ShiftRowFragment['pattern']): string {
    if (kind === 'WEEKLY') return worked.map((day) => weekdays[day - 1]).join(', ');
    if (kind === 'CYCLE') return t('cycleOf', { worked: workDays.length, length: lengthDays ?? 0 });
    return t('patternKind.EVERY_DAY');
  }

  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowId={({ id }) => id} />
      {editing && (
        <EditShift
          key={editing.id}
          shift={editing}
          policies={policies}
          today={today}
          canTryOut={canTryOut}
          isOpen
          onClose={() => edit(null)}
        />
      )}
    </>
  );
}
