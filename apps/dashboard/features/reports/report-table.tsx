'use client';

import { DAY_STATUSES, type DayStatus } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Duration } from '../../components/ui/duration';
import type { AttendanceReportKind, ReportQuery } from '../../gql/graphql';
import { useWeekStart } from '../../lib/time/week-start';
import { weekdayOf } from '../../lib/time/zoned-day';
import { FlagNotes } from '../attendance/flag-notes';
import type { ReportRow } from './report-view';
import classes from './reports.module.css';

type ReportColumn = ReportQuery['attendanceReport']['columns'][number];
type ColumnKey = Parameters<ReturnType<typeof useTranslations<'reports.columns'>>>[0];

interface ReportTableProps {
  readonly kind: AttendanceReportKind;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: Readonly<Record<string, number>>;
}

/** Where the words for the codes of a column stand. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['exceptionKind'],
  detail: ['offShiftReason', 'outcomeShort'],
  payClass: ['payClass'],
};

const isStatus = (text: unknown): text is DayStatus => (DAY_STATUSES as readonly unknown[]).includes(text);

/** Columns of the month grid are dates. */
const isDate = (key: string): boolean => /^\d{4}-/.test(key);

/** A report as it is: many columns that scroll sideways under a heading that stays, with the totals at the end. */
export function ReportTable({ kind, columns, rows, totals }: ReportTableProps) {
  const t = useTranslations();
  const tc = useTranslations('reports.columns');
  const weekStartsOn = useWeekStart();
  const beginsWeek = (key: string) => (isDate(key) && weekdayOf(key) === weekStartsOn) || undefined;
  const heading = (key: string) => {
    if (isDate(key)) return Number(key.slice(8));
    return tc.has(key as ColumnKey) ? tc(key as ColumnKey) : key;
  };
  const cell = ({ key, type }: ReportColumn, value: string | number | null | undefined) => {
    if (value == null) return '';
    if (type === 'MINUTES') return <Duration minutes={Number(value)} />;
    if (key === 'flags') return <FlagNotes flags={String(value).split(' ').filter(Boolean)} />;
    const words = String(value).split(' ');
    if (kind === 'MUSTER' && words.every(isStatus))
      return (
        <abbr
          className={classes.chip}
          title={words.map((word) => t(`dayStatus.${word}`)).join(', ')}
          data-status={words[0]}
        >
          {words.map((word) => t(`musterStatus.${word}`)).join('')}
        </abbr>
      );
    if (key === 'status' && isStatus(value)) return t(`dayStatus.${value}`);
    for (const group of WORDS[key] ?? []) {
      const name = `${group}.${value}` as Parameters<typeof t>[0];
      if (t.has(name)) return t(name);
    }
    return <span dir="auto">{value}</span>;
  };
  const isNumber = ({ type }: ReportColumn) => type === 'MINUTES' || type === 'COUNT';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroller} aria-label={t('reports.table')} tabIndex={0}>
      <table className={classes.table} data-kind={kind}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-key={column.key}
                data-end={isNumber(column) || undefined}
                data-week={beginsWeek(column.key)}
              >
                {heading(column.key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report have no id and never move
            <tr key={place}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-key={column.key}
                  data-end={isNumber(column) || undefined}
                  data-week={beginsWeek(column.key)}
                >
                  {cell(column, row[column.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {columns.map((column, place) => (
              <td
                key={column.key}
                data-key={column.key}
                data-end={isNumber(column) || undefined}
                data-week={beginsWeek(column.key)}
              >
                {place === 0 ? t('reports.total') : cell(column, totals[column.key])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
