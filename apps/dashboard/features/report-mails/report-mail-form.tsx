'use client';

import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateReportMailDocument, type ReportMailRowFragment, UpdateReportMailDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { useWeekStart } from '../../lib/time/week-start';
import { useFileLocale } from '../reports/file-choices';
import type { ReportView } from '../reports/report-view';
import { type ReportMailChoices, ReportMailFields } from './report-mail-fields';
import { firstValues, type ReportMailValues, toReportMail, valuesOf } from './report-mail-values';

/** What a new one begins with, and what there is to choose from. */
export interface ReportMailOffer extends ReportMailChoices {
  /** The report on the page: what is offered first. */
  readonly view: ReportView;
  readonly viewerId: string;
}

interface ReportMailFormProps extends ReportMailOffer {
  /** Left out: a new one. */
  readonly row?: ReportMailRowFragment;
  readonly onDone: () => void;
}

export function ReportMailForm({ view, viewerId, row, onDone, ...choices }: ReportMailFormProps) {
  const t = useTranslations();
  const locale = useFileLocale();
  const weekStartsOn = useWeekStart();
  const create = useSave(CreateReportMailDocument);
  const update = useSave(UpdateReportMailDocument);
  const { isSaving, problem } = row === undefined ? create : update;
  const form = useForm<ReportMailValues>({
    initialValues:
      row === undefined
        ? firstValues(view, { name: t(`reports.kinds.${view.kind}`), viewerId, weekStartsOn })
        : valuesOf(row),
    validate: {
      name: (name) => (name.trim() === '' ? t('common.required') : null),
      time: (time) => (time === '' ? t('common.required') : null),
      recipientIds: (ids) => (ids.length === 0 ? t('common.required') : null),
    },
  });

  async function submit(values: ReportMailValues) {
    const input = toReportMail(values, row?.locale ?? locale);
    const { name } = input;
    const saved =
      row === undefined
        ? await create.save({ input }, t('reportMails.saved', { name }))
        : await update.save(
            { input: { ...input, id: row.id, version: row.version, timeZone: row.timeZone } },
            t('reportMails.changed', { name }),
          );
    if (saved !== null) onDone();
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && (
          <ProblemNote problem={problem} text={problem === 'BAD_USER_INPUT' ? t('reportMails.refused') : undefined} />
        )}
        <ReportMailFields form={form} {...choices} />
        <FormActions
          submitLabel={t(row === undefined ? 'reportMails.save' : 'common.save')}
          isBusy={isSaving}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
