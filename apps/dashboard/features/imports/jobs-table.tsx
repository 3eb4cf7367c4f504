'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Pill, type Tone } from '../../components/ui/pill';
import type { JobRowFragment, JobState } from '../../gql/graphql';

const TONES: Readonly<Record<JobState, Tone>> = { QUEUED: 'quiet', RUNNING: 'warn', SUCCEEDED: 'good', FAILED: 'bad' };

/** Imports from before, newest first. */
export function JobsTable({ rows }: { readonly rows: readonly JobRowFragment[] }) {
  const t = useTranslations('imports');
  const countOf = ({ counts }: JobRowFragment, ...names: readonly string[]) =>
    counts.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value, 0);
  const columns: Column<JobRowFragment>[] = [
    {
      id: 'what',
      header: t('what'),
      cell: ({ kind, isDryRun }) => (isDryRun ? t('jobCheck', { kind }) : t('jobImport', { kind })),
    },
    { id: 'when', header: t('when'), cell: ({ createdAt }) => <Moment at={createdAt} style="dateTime" /> },
    { id: 'rows', header: t('counts.rows'), isAtEnd: true, cell: (job) => countOf(job, 'rows') },
    { id: 'new', header: t('added'), isAtEnd: true, cell: (job) => countOf(job, 'newMarks', 'created', 'updated') },
    { id: 'refused', header: t('counts.refusedRows'), isAtEnd: true, cell: (job) => countOf(job, 'refusedRows') },
    { id: 'state', header: t('state'), cell: ({ state }) => <Pill tone={TONES[state]}>{t(`jobState.${state}`)}</Pill> },
    {
      id: 'errors',
      header: t('errors'),
      isAtEnd: true,
      cell: ({ errorFilePath }) =>
        errorFilePath && (
          <Anchor href={errorFilePath} download size="sm">
            {t('download')}
          </Anchor>
        ),
    },
  ];
  return <DataTable label={t('history')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
