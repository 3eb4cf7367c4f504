'use client';

import { Button } from '@mantine/core';
import type { WebhookDeliveryState } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import { ProblemNote } from '../../components/ui/problem-note';
import { type DeliveryRowFragment, ReplayDeliveryDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface DeliveriesTableProps {
  readonly label: string;
  readonly rows: readonly DeliveryRowFragment[];
}

const TONES = { DELIVERED: 'good', PENDING: 'warn', DEAD: 'bad' } as const satisfies Record<
  WebhookDeliveryState,
  string
>;

/** The latest of what a receiver was told. */
export function DeliveriesTable({ label, rows }: DeliveriesTableProps) {
  const t = useTranslations('webhooks');
  const { save, problem } = useSave(ReplayDeliveryDocument);
  const columns = useMemo(() => columnsOf(t, (id) => void save({ id }, t('replayed'))), [t, save]);
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <DataTable label={label} columns={columns} rows={rows} rowId={({ id }) => id} />
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslations<'webhooks'>>,
  replay: (id: string) => void,
): Column<DeliveryRowFragment>[] {
  return [
    { id: 'created', header: t('created'), cell: ({ createdAt }) => <Moment at={createdAt} style="dateTime" /> },
    { id: 'type', header: t('type'), cell: ({ type }) => t(`event.${type}`) },
    { id: 'state', header: t('state'), cell: ({ state }) => <Pill tone={TONES[state]}>{t(`stateOf.${state}`)}</Pill> },
    { id: 'attempts', header: t('attempts'), isAtEnd: true, cell: ({ attempts }) => attempts },
    { id: 'problem', header: t('problem'), cell: ({ lastProblem }) => lastProblem ?? '' },
    {
      id: 'next',
      header: t('next'),
      cell: ({ nextAttemptAt }) => (nextAttemptAt ? <Moment at={nextAttemptAt} style="dateTime" /> : ''),
    },
    {
      id: 'replay',
      header: t('replay'),
      isAtEnd: true,
      cell: ({ id, state }) =>
        state === 'PENDING' ? null : (
          <Button variant="default" size="compact-sm" onClick={() => replay(id)}>
            {t('replay')}
          </Button>
        ),
    },
  ];
}
