'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import { type OpenDisputeFragment, ResolveDisputeDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { DecisionButtons } from './decision-buttons';
import { useDecisions } from './use-decisions';

/** Marks of which somebody says that it was not this person. */
export function DisputesTable({ rows }: { readonly rows: readonly OpenDisputeFragment[] }) {
  const t = useTranslations();
  const { send } = useOperation(ResolveDisputeDocument);
  const { open, decide } = useDecisions(rows);
  const person = (one: OpenDisputeFragment['employee']) =>
    one ? <Person name={one.name} number={one.number} href={`/employees/${one.id}`} /> : t('common.unknown');
  const columns: Column<OpenDisputeFragment>[] = [
    { id: 'person', header: t('dispute.columnPerson'), cell: ({ employee }) => person(employee) },
    {
      id: 'when',
      header: t('inbox.columnWhen'),
      cell: ({ event: { at, timeZone }, employee, localDate }) => {
        const moment = <Moment at={at} style="dateTime" timeZone={timeZone} />;
        return employee ? <Link href={`/attendance/${employee.id}/${localDate}`}>{moment}</Link> : moment;
      },
    },
    { id: 'actual', header: t('dispute.columnActual'), cell: ({ actualEmployee }) => person(actualEmployee) },
    { id: 'reason', header: t('inbox.columnReason'), cell: ({ reason }) => <span dir="auto">{reason}</span> },
    {
      id: 'decide',
      header: t('inbox.columnDecide'),
      isAtEnd: true,
      cell: (row) => (
        <DecisionButtons
          name={row.employee?.name ?? ''}
          labels={{
            approve: t('dispute.uphold'),
            reject: t('dispute.reject'),
            approveNamed: t('dispute.upholdNamed', { name: row.employee?.name ?? '' }),
            rejectNamed: t('dispute.rejectNamed', { name: row.employee?.name ?? '' }),
          }}
          onDecide={(isUpheld) => {
            const { id, version, employee } = row;
            const request = () => send({ input: { id, version, isUpheld } });
            decide([{ id, name: employee?.name ?? '', send: request }], () => t('inbox.decided'));
          }}
        />
      ),
    },
  ];
  return <DataTable label={t('dispute.listTitle')} columns={columns} rows={open} rowId={({ id }) => id} />;
}
