'use client';

import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateReportMailDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';
import { useFileLocale } from '../reports/file-choices';
import { REPORT_KINDS, type ReportView } from '../reports/report-view';
import { SiteSelect } from '../sites/site-select';
import { FREQUENCIES, type ReportMailValues, SENT_AS, toReportMail } from './report-mail-values';

export interface ReportMailFormProps {
  readonly view: ReportView;
  readonly sites: readonly SiteSummary[];
  readonly viewerId: string;
  /** Who can be chosen; empty: the report goes to whoever asks for it. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly canAttach: boolean;
  readonly onDone: () => void;
}

const DAYS_OF_MONTH = Array.from({ length: 28 }, (_, index) => String(index + 1));

export function ReportMailForm({ view, sites, viewerId, users, canAttach, onDone }: ReportMailFormProps) {
  const t = useTranslations();
  const weekdays = useWeekdayNames('long');
  const locale = useFileLocale();
  const create = useSave(CreateReportMailDocument);
  const form = useForm<ReportMailValues>({
    initialValues: {
      ...{ name: t(`reports.kinds.${view.kind}`), kind: view.kind, siteId: view.siteId ?? '' },
      ...{ frequency: 'MONTHLY', weekday: '1', dayOfMonth: '1', time: '07:00', sentAs: 'LINK' },
      recipientIds: [viewerId],
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('common.required') : null),
      time: (time) => (time === '' ? t('common.required') : null),
      recipientIds: (ids) => (ids.length === 0 ? t('common.required') : null),
    },
  });
  const { frequency, sentAs } = form.values;

  async function submit(values: ReportMailValues) {
    const input = toReportMail(values, locale);
    if ((await create.save({ input }, t('reportMails.saved', { name: input.name }))) !== null) onDone();
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {create.problem && (
          <ProblemNote
            problem={create.problem}
            text={create.problem === 'BAD_USER_INPUT' ? t('reportMails.refused') : undefined}
          />
        )}
        <NativeSelect
          label={t('reports.kind')}
          data={REPORT_KINDS.map((value) => ({ value, label: t(`reports.kinds.${value}`) }))}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('reportMails.name')}
          description={t('reportMails.nameText')}
          maxLength={LIMITS.maxNameLength}
          {...form.getInputProps('name')}
        />
        <SiteSelect label={t('reports.site')} sites={sites} {...form.getInputProps('siteId')} />
        <NativeSelect
          label={t('reportMails.frequency')}
          description={t(`reportMails.about.${frequency}`)}
          data={FREQUENCIES.map((value) => ({ value, label: t(`reportMails.every.${value}`) }))}
          {...form.getInputProps('frequency')}
        />
        {frequency === 'WEEKLY' && (
          <NativeSelect
            label={t('reportMails.weekday')}
            data={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
            {...form.getInputProps('weekday')}
          />
        )}
        {frequency === 'MONTHLY' && (
          <NativeSelect
            label={t('reportMails.dayOfMonth')}
            data={DAYS_OF_MONTH}
            {...form.getInputProps('dayOfMonth')}
          />
        )}
        <TextInput type="time" label={t('reportMails.time')} {...form.getInputProps('time')} />
        {canAttach && (
          <NativeSelect
            label={t('reportMails.sentAs')}
            description={t(sentAs === 'LINK' ? 'reportMails.linkText' : 'reportMails.fileText')}
            data={SENT_AS.map((value) => ({
              value,
              label: value === 'LINK' ? t('reportMails.link') : t('reportMails.file', { format: value }),
            }))}
            {...form.getInputProps('sentAs')}
          />
        )}
        {users.length > 1 && (
          <Checkbox.Group
            label={t('reportMails.recipients')}
            description={t('reportMails.recipientsText')}
            {...form.getInputProps('recipientIds')}
          >
            <Stack gap="xs" mt="xs">
              {users.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={<bdi>{name}</bdi>} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <FormActions submitLabel={t('reportMails.save')} isBusy={create.isSaving} onCancel={onDone} />
      </Stack>
    </form>
  );
}
