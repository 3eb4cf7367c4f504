'use client';

import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useWeekdayChoices } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';
import { type Named, REPORT_KINDS } from '../reports/report-view';
import { SiteSelect } from '../sites/site-select';
import { FREQUENCIES, type ReportMailValues, SENT_AS } from './report-mail-values';

/** What there is to choose from. */
export interface ReportMailChoices {
  readonly sites: readonly SiteSummary[];
  readonly departments: readonly Named[];
  /** Who can be chosen; empty: the report goes to whoever asks for it. */
  readonly users: readonly Named[];
  readonly canAttach: boolean;
}

interface ReportMailFieldsProps extends ReportMailChoices {
  readonly form: UseFormReturnType<ReportMailValues>;
}

const DAYS_OF_MONTH = Array.from({ length: 28 }, (_, index) => String(index + 1));

/** Which report, when, and to whom. */
export function ReportMailFields({ form, sites, departments, users, canAttach }: ReportMailFieldsProps) {
  const t = useTranslations();
  const { sentAs } = form.values;
  return (
    <>
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
      {departments.length > 0 && (
        <NativeSelect
          label={t('reports.department')}
          data={[
            { value: '', label: t('reports.everyDepartment') },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('departmentId')}
        />
      )}
      <WhenFields form={form} />
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
    </>
  );
}

function WhenFields({ form }: Pick<ReportMailFieldsProps, 'form'>) {
  const t = useTranslations('reportMails');
  const weekdays = useWeekdayChoices('long');
  const { frequency } = form.values;
  return (
    <>
      <NativeSelect
        label={t('frequency')}
        description={t(`about.${frequency}`)}
        data={FREQUENCIES.map((value) => ({ value, label: t(`every.${value}`) }))}
        {...form.getInputProps('frequency')}
      />
      {frequency === 'WEEKLY' && (
        <NativeSelect label={t('weekday')} data={[...weekdays]} {...form.getInputProps('weekday')} />
      )}
      {frequency === 'MONTHLY' && (
        <NativeSelect label={t('dayOfMonth')} data={DAYS_OF_MONTH} {...form.getInputProps('dayOfMonth')} />
      )}
      <TextInput type="time" label={t('time')} {...form.getInputProps('time')} />
    </>
  );
}
