'use client';

import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import { JobCounts } from './job-counts';
import { RefusedRows } from './refused-rows';
import type { ImportRun } from './use-import';
import { useJob } from './use-job';

interface JobViewProps {
  readonly run: ImportRun;
  readonly isBusy: boolean;
  readonly onStart: () => void;
  readonly onBack: () => void;
}

/** How far the check or the import is, and what came of it. */
export function JobView({ run, isBusy, onStart, onBack }: JobViewProps) {
  const t = useTranslations('imports');
  const { job, isOver, problem } = useJob(run.jobId);
  const canImport = run.isDryRun && job?.state === 'SUCCEEDED';
  const isDone = !run.isDryRun && job?.state === 'SUCCEEDED';
  const { done = 0, total = null } = job?.progress ?? {};
  return (
    <Stack>
      <Text fw={560} dir="auto">
        {run.fileName}
      </Text>
      {problem && <ProblemNote problem={problem} />}
      {!isOver && (
        <div role="status">
          <Text size="sm" mb={6}>
            {run.isDryRun ? t('checking') : t('importing')}
            {total != null && total > 0 && ` ${t('progress', { done, total })}`}
          </Text>
          <Progress value={total ? (100 * done) / total : 100} animated={!total} aria-label={t('progressLabel')} />
        </div>
      )}
      {job?.failure && (
        <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
          {t('failed')} {job.failure.message}
        </Alert>
      )}
      {isDone && (
        <Alert role="status" color="pine" variant="light" icon={<IconCircleCheck aria-hidden="true" />}>
          {t('done')}
        </Alert>
      )}
      {isOver && job?.state === 'SUCCEEDED' && (
        <>
          {run.isDryRun && <Text>{t('dryRunText')}</Text>}
          <JobCounts job={job} />
          <RefusedRows job={job} />
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack} disabled={isBusy}>
          {isDone ? t('another') : t('otherFile')}
        </Button>
        {canImport && (
          <Button onClick={onStart} loading={isBusy}>
            {t('start')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
