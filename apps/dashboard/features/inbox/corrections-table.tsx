'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { CalendarDate, Moment } from '../../components/ui/moment';
import { Person } from '../../components/ui/person';
import { DecideCorrectionDocument, type PendingCorrectionFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { CorrectionEffectButton } from './correction-effect-button';
import { DecisionButtons } from './decision-buttons';
import classes from './inbox.module.css';
import { useDecisions } from './use-decisions';

export function CorrectionsTable({ rows }: { readonly rows: readonly PendingCorrectionFragment[] }) {
  const t = useTranslations('inbox');
  const { send } = useOperation(DecideCorrectionDocument);
  const { open, decide } = useDecisions(rows);
  const columns: Column<PendingCorrectionFragment>[] = [
    {
      id: 'person',
      header: t('columnPerson'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    { id: 'what', header: t('columnWhat'), cell: ({ action }) => t('action', { action }) },
    {
      id: 'when',
      header: t('columnWhen'),
      cell: ({ at, localDate, employee }) => (
        <Link href={`/attendance/${employee.id}/${localDate}`}>
          {at ? <Moment at={at} style="dateTime" /> : <CalendarDate date={localDate} />}
        </Link>
      ),
    },
    { id: 'reason', header: t('columnReason'), cell: ({ reason }) => <span dir="auto">{reason}</span> },
    {
      id: 'decide',
      header: t('columnDecide'),
      isAtEnd: true,
      cell: (row) => (
        <div className={classes.buttons}>
          <CorrectionEffectButton request={row} />
          <DecisionButtons
            name={row.employee.name}
            onDecide={(isApproved) => {
              const { id, version, employee } = row;
              const decision = { id, name: employee.name, send: () => send({ input: { id, version, isApproved } }) };
              decide([decision], () => t('decided'));
            }}
          />
        </div>
      ),
    },
  ];
  return <DataTable label={t('corrections')} columns={columns} rows={open} rowId={({ id }) => id} />;
}
