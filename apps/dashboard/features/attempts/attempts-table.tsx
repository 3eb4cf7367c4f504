'use client';

import { ActionIcon } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { OutcomePill } from '../../components/ui/outcome-pill';
import type { AttemptFragment } from '../../gql/graphql';
import { AttemptDetail } from './attempt-detail';
import { AttemptPerson } from './attempt-person';

export function AttemptsTable({ rows }: { readonly rows: readonly AttemptFragment[] }) {
  const t = useTranslations();
  const format = useFormatter();
  const [opened, setOpened] = useState<AttemptFragment | null>(null);
  const columns = useMemo(() => columnsOf(t, format, setOpened), [t, format]);
  return (
    <>
      <DataTable label={t('attempts.tableLabel')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <AttemptDetail attempt={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useTranslations<never>>,
  format: ReturnType<typeof useFormatter>,
  open: (attempt: AttemptFragment) => void,
): Column<AttemptFragment>[] {
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' });
  return [
    { id: 'person', header: t('attempts.columnPerson'), cell: (attempt) => <AttemptPerson attempt={attempt} /> },
    { id: 'time', header: t('attempts.columnTime'), cell: ({ at }) => <Moment at={at} style="dateTime" /> },
    { id: 'kind', header: t('attempts.columnKind'), cell: ({ kind }) => t(`attemptKind.${kind}`) },
    { id: 'result', header: t('attempts.columnResult'), cell: ({ outcome }) => <OutcomePill outcome={outcome} /> },
    { id: 'source', header: t('attempts.columnSource'), cell: ({ source }) => t(`attendanceSource.${source}`) },
    {
      id: 'open',
      header: t('common.details'),
      isAtEnd: true,
      cell: (attempt) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('attempts.open', { time: time(attempt.at) })}
          onClick={() => open(attempt)}
        >
          <IconChevronRight size={18} aria-hidden="true" className="mirrored" />
        </ActionIcon>
      ),
    },
  ];
}
