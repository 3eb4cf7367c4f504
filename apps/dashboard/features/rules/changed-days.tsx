'use client';

import { Button, Text } from '@mantine/core';
import type { DayStatus } from '@rollcall/contracts';
import { DAY_STATUSES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import type { DayChangeRowFragment } from '../../gql/graphql';
import { MinuteChanges } from './minute-changes';
import classes from './rules.module.css';
import type { RuleChangePreview } from './use-rule-change';

const SHOWN_AT_FIRST = 20;

interface ChangedDaysProps {
  readonly changes: readonly DayChangeRowFragment[];
  /** Days with another result; the API lists the first of them. */
  readonly total: number;
  readonly preview: Pick<RuleChangePreview, 'statusChanges'>;
}

/** Before and after, day by day. */
export function ChangedDays({ changes, total, preview }: ChangedDaysProps) {
  const t = useTranslations('rules');
  const [isAll, setAll] = useState(false);
  const statusName = useStatusName();
  const listed = changes.slice(0, Math.min(total, changes.length));
  const shown = isAll ? listed : listed.slice(0, SHOWN_AT_FIRST);
  const columns: Column<DayChangeRowFragment>[] = [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee }) => (employee ? <Person name={employee.name} number={employee.number} /> : '–'),
    },
    { id: 'date', header: t('columnDate'), cell: ({ workDate }) => <CalendarDate date={workDate} /> },
    {
      id: 'status',
      header: t('columnStatus'),
      cell: ({ statusBefore, statusAfter }) =>
        statusBefore === statusAfter
          ? statusName(statusAfter)
          : t('fromTo', { before: statusName(statusBefore), after: statusName(statusAfter) }),
    },
    {
      id: 'minutes',
      header: t('columnMinutes'),
      cell: ({ minutes, statusBefore, statusAfter }) =>
        minutes.length === 0 && statusBefore !== statusAfter ? '–' : <MinuteChanges changes={minutes} />,
    },
  ];
  return (
    <>
      {preview.statusChanges.length > 0 && (
        <ul className={classes.summary}>
          {preview.statusChanges.map(({ before, after, count }) => (
            <li key={`${before}>${after}`}>
              {t('statusChange', { count, before: statusName(before), after: statusName(after) })}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.table}>
        <DataTable
          label={t('changesTable')}
          columns={columns}
          rows={shown}
          rowId={({ employeeId, workDate, shiftId }) => `${employeeId} ${workDate} ${shiftId}`}
        />
      </div>
      {shown.length < listed.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('showAllChanges', { count: listed.length })}
        </Button>
      )}
      {listed.length < total && (
        <Text size="sm" c="dimmed">
          {t('moreChanges', { count: total - listed.length })}
        </Text>
      )}
    </>
  );
}

/** The words for a status; none where there is no record. */
function useStatusName(): (status: string | null) => string {
  const t = useTranslations();
  return (status) => {
    const known = DAY_STATUSES.find((one): one is DayStatus => one === status);
    return known === undefined ? t('rules.noRecord') : t(`dayStatus.${known}`);
  };
}
