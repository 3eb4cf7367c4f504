'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Person } from '../../components/ui/person';
import { DecideLeaveDocument, type PendingLeaveFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { DecisionButtons } from './decision-buttons';
import { useDecisions } from './use-decisions';

interface LeavesTableProps {
  readonly rows: readonly PendingLeaveFragment[];
  readonly types: readonly { readonly id: string; readonly name: string }[];
}

export function LeavesTable({ rows, types }: LeavesTableProps) {
  const t = useTranslations('inbox');
  const { send } = useOperation(DecideLeaveDocument);
  const { open, decide } = useDecisions(rows);
  const columns: Column<PendingLeaveFragment>[] = [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    {
      id: 'what',
      header: t('columnWhat'),
      cell: ({ leaveTypeId }) => types.find(({ id }) => id === leaveTypeId)?.name ?? <None />,
    },
    {
      id: 'when',
      header: t('columnWhen'),
      cell: ({ from, to }) => (
        <>
          <CalendarDate date={from} />
          {to !== from && (
            <>
              {' – '}
              <CalendarDate date={to} />
            </>
          )}
        </>
      ),
    },
    {
      id: 'reason',
      header: t('columnReason'),
      cell: ({ reason }) => (reason ? <span dir="auto">{reason}</span> : <None />),
    },
    {
      id: 'decide',
      header: t('columnDecide'),
      isAtEnd: true,
      cell: (row) => (
        <DecisionButtons
          name={row.employee.name}
          onDecide={(isApproved) => {
            const { id, version, employee } = row;
            const decision = { id, name: employee.name, send: () => send({ input: { id, version, isApproved } }) };
            decide([decision], () => t('decided'));
          }}
        />
      ),
    },
  ];
  return <DataTable label={t('leaves')} columns={columns} rows={open} rowId={({ id }) => id} />;
}
