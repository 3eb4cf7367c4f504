'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import type { ReportMailRowFragment } from '../../gql/graphql';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import { ReportMailActions } from './report-mail-actions';
import type { ReportMailOffer } from './report-mail-form';
import classes from './report-mails.module.css';

interface ReportMailsTableProps {
  readonly rows: readonly ReportMailRowFragment[];
  readonly offer: ReportMailOffer;
}

export function ReportMailsTable({ rows, offer }: ReportMailsTableProps) {
  const t = useTranslations();
  const weekdays = useWeekdayNames('long');
  const columns = useMemo(() => columnsOf(t, weekdays, offer), [t, weekdays, offer]);
  return <DataTable label={t('reportMails.title')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

function columnsOf(
  t: ReturnType<typeof useTranslations<never>>,
  weekdays: readonly string[],
  offer: ReportMailOffer,
): Column<ReportMailRowFragment>[] {
  const when = ({ frequency, weekday, dayOfMonth, time }: ReportMailRowFragment) => {
    if (frequency === 'DAILY') return t('reportMails.whenDaily', { time });
    if (frequency === 'WEEKLY') return t('reportMails.whenWeekly', { day: weekdays[(weekday ?? 1) - 1] ?? '', time });
    return t('reportMails.whenMonthly', { day: dayOfMonth ?? 1, time });
  };
  return [
    {
      id: 'name',
      header: t('reportMails.name'),
      cell: ({ name, kind, delivery, format }) => (
        <>
          <bdi>{name}</bdi>
          <span className={classes.small}>
            {t(`reports.kinds.${kind}`)} · {delivery === 'LINK' ? t('reportMails.link') : format}
          </span>
        </>
      ),
    },
    {
      id: 'when',
      header: t('reportMails.frequency'),
      cell: (row) => (
        <>
          {when(row)}
          <span className={classes.small}>{row.timeZone}</span>
        </>
      ),
    },
    {
      id: 'to',
      header: t('reportMails.recipients'),
      cell: ({ recipients }) => <bdi>{recipients.map(({ name }) => name).join(', ')}</bdi>,
    },
    {
      id: 'state',
      header: t('reportMails.state'),
      cell: ({ isPaused, nextAt, lastSentAt, lastProblem, timeZone }) => (
        <>
          {isPaused && <Pill tone="quiet">{t('reportMails.paused')}</Pill>}
          {nextAt != null && (
            <span>
              {t('reportMails.next')} <Moment at={nextAt} style="dateTime" timeZone={timeZone} />
            </span>
          )}
          {lastSentAt != null && (
            <span className={classes.small}>
              {t('reportMails.last')} <Moment at={lastSentAt} style="dateTime" timeZone={timeZone} />
            </span>
          )}
          {lastProblem != null && <span className={classes.small}>{t(`reportMails.problem.${lastProblem}`)}</span>}
        </>
      ),
    },
    { id: 'actions', header: '', isAtEnd: true, cell: (row) => <ReportMailActions row={row} offer={offer} /> },
  ];
}
