'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { None } from '../../components/ui/none';
import { Person } from '../../components/ui/person';
import { Pill } from '../../components/ui/pill';
import { RemoveButton } from '../../components/ui/remove-button';
import { CancelLeaveDocument, DecideLeaveDocument, type LeaveRowFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { DecisionButtons } from '../inbox/decision-buttons';
import { useDecisions } from '../inbox/use-decisions';
import { DECISION_TONES } from './decision-tones';
import classes from './leave.module.css';
import { LeaveDates } from './leave-dates';
import { LeaveKind } from './leave-kind';

interface LeavesTableProps {
  readonly rows: readonly LeaveRowFragment[];
  readonly canManage: boolean;
}

export function LeavesTable({ rows, canManage }: LeavesTableProps) {
  const t = useTranslations();
  const { send } = useOperation(DecideLeaveDocument);
  const { open, decide } = useDecisions(rows);
  const cancel = useOperation(CancelLeaveDocument);
  function settle(row: LeaveRowFragment, isApproved: boolean): void {
    const { id, version, employee } = row;
    const meanwhile = { ...row, status: isApproved ? 'APPROVED' : 'REJECTED' } as const;
    const request = () => send({ input: { id, version, isApproved } });
    decide([{ id, name: employee.name, meanwhile, send: request }], () => t('inbox.decided'));
  }
  const columns: Column<LeaveRowFragment>[] = [
    {
      id: 'person',
      header: t('leave.person'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    { id: 'kind', header: t('leave.kind'), cell: ({ leaveType }) => <LeaveKind type={leaveType} /> },
    {
      id: 'dates',
      header: t('leave.dates'),
      cell: (leave) => <LeaveDates leave={leave} />,
    },
    {
      id: 'reason',
      header: t('leave.reason'),
      cell: ({ reason }) => (reason ? <span dir="auto">{reason}</span> : <None />),
    },
    {
      id: 'status',
      header: t('leave.status'),
      cell: ({ status, decisionNote }) => (
        <span>
          <Pill tone={DECISION_TONES[status]}>{t(`decisionStatus.${status}`)}</Pill>
          {decisionNote && (
            <span className={classes.note} dir="auto">
              {decisionNote}
            </span>
          )}
        </span>
      ),
    },
  ];
  if (canManage)
    columns.push({
      id: 'decide',
      header: t('leave.decision'),
      isAtEnd: true,
      cell: (row) => {
        if (row.status === 'PENDING')
          return <DecisionButtons name={row.employee.name} onDecide={(isApproved) => settle(row, isApproved)} />;
        if (row.status !== 'APPROVED') return null;
        const { id, version, employee } = row;
        return (
          <RemoveButton
            label={t('leave.cancelNamed', { name: employee.name })}
            title={t('leave.cancelTitle', { name: employee.name })}
            text={t('leave.cancelText')}
            confirmLabel={t('leave.cancel')}
            done={t('leave.cancelled', { name: employee.name })}
            send={() => cancel.send({ id, version })}
          />
        );
      },
    });
  return <DataTable label={t('leave.title')} columns={columns} rows={open} rowId={({ id }) => id} />;
}
