'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import { RemoveButton } from '../../components/ui/remove-button';
import { PauseReportMailDocument, RemoveReportMailDocument, type ReportMailRowFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useOptimisticFlag } from '../../lib/graphql/use-optimistic-flag';
import { useSave } from '../../lib/graphql/use-save';
import { EditReportMail } from './edit-report-mail';
import type { ReportMailOffer } from './report-mail-form';

interface ReportMailActionsProps {
  readonly row: ReportMailRowFragment;
  readonly offer: ReportMailOffer;
}

export function ReportMailActions({ row, offer }: ReportMailActionsProps) {
  const { id, name, version } = row;
  const t = useTranslations('reportMails');
  const pause = useSave(PauseReportMailDocument);
  const remove = useOperation(RemoveReportMailDocument);
  const { isOn: isPaused, turn } = useOptimisticFlag(row.isPaused);
  const done = t(isPaused ? 'resumed' : 'stopped', { name });
  return (
    <>
      {pause.problem && <ProblemNote problem={pause.problem} />}
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <EditReportMail row={row} offer={offer} />
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(isPaused ? 'resumeNamed' : 'pauseNamed', { name })}
          onClick={() => turn(() => pause.save({ id, version, isPaused: !isPaused }, done))}
        >
          {t(isPaused ? 'resume' : 'pause')}
        </Button>
        <RemoveButton
          label={t('removeNamed', { name })}
          title={t('removeTitle', { name })}
          text={t('removeText')}
          confirmLabel={t('remove')}
          done={t('removed', { name })}
          send={() => remove.send({ id, version })}
        />
      </Group>
    </>
  );
}
