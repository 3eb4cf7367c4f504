'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { None } from '../../components/ui/none';
import { Pill } from '../../components/ui/pill';
import { RemoveButton } from '../../components/ui/remove-button';
import { type SignOffRowFragment, WithdrawSignOffDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { DateRange, PeriodScope, type ScopeNames } from './period-scope';

interface SignOffsTableProps {
  readonly rows: readonly SignOffRowFragment[];
  readonly names: ScopeNames;
  readonly canWithdraw: boolean;
}

/** Who says that the days are right, and whether they still are what was signed for. */
export function SignOffsTable({ rows, names, canWithdraw }: SignOffsTableProps) {
  const t = useTranslations('periods');
  const withdraw = useOperation(WithdrawSignOffDocument);
  const columns: Column<SignOffRowFragment>[] = [
    { id: 'dates', header: t('columnDates'), cell: ({ from, to }) => <DateRange from={from} to={to} /> },
    { id: 'scope', header: t('columnScope'), cell: (signOff) => <PeriodScope {...signOff} names={names} /> },
    { id: 'days', header: t('columnDays'), cell: ({ dayCount }) => t('dayCount', { count: dayCount }) },
    { id: 'state', header: t('columnState'), cell: (signOff) => stateOf(signOff) },
    { id: 'at', header: t('columnSigned'), cell: ({ signedAt }) => <Moment at={signedAt} style="dateTime" /> },
    { id: 'note', header: t('note'), cell: ({ note }) => (note ? <span dir="auto">{note}</span> : <None />) },
  ];
  if (canWithdraw)
    columns.push({
      id: 'actions',
      header: t('columnActions'),
      isAtEnd: true,
      cell: ({ id, version, withdrawnAt, from, to }) =>
        withdrawnAt === null && (
          <RemoveButton
            label={t('withdrawNamed', { from, to })}
            title={t('withdrawTitle')}
            text={t('withdrawText')}
            confirmLabel={t('withdraw')}
            done={t('withdrawnDone')}
            send={() => withdraw.send({ input: { id, version } })}
          />
        ),
    });

  function stateOf({ withdrawnAt, isCurrent }: SignOffRowFragment) {
    if (withdrawnAt !== null) return <Pill tone="quiet">{t('withdrawn')}</Pill>;
    return isCurrent ? <Pill tone="good">{t('current')}</Pill> : <Pill tone="warn">{t('outdated')}</Pill>;
  }

  return <DataTable label={t('signOffsTitle')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
