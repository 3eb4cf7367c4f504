import { type AttendanceKind, LIMITS } from '@rollcall/contracts';
import type { TableRow } from '../../files/table-row.js';
import { type DateFormat, parseLocalDate, parseLocalDateTime, parseLocalTime } from '../../local-dates/written-date.js';
import type { ImportedLineError, ImportedMark, SourceRow } from './device-log.types.js';
import type { MarkField } from './mark-columns.js';
import { kindOf } from './mark-kinds.js';

export interface MarkTableOptions {
  readonly dateFormat: DateFormat;
  /** The file's states say nothing: the pairing decides. */
  readonly ignoreKinds: boolean;
}

const MAX_NAME_LENGTH = LIMITS.maxNameLength;

/** Reads rows under headings: one moment, or a date with the time in, the time out or both. */
export class MarkTableParser {
  constructor(
    private readonly columns: ReadonlyMap<MarkField, number>,
    private readonly options: MarkTableOptions,
  ) {}

  /** What is missing so that no row could be read; null: nothing. */
  get missing(): string | null {
    const has = (field: MarkField): boolean => this.columns.has(field);
    if (!has('employeeNumber')) return 'No column has a heading for the employee number.';
    const hasMoment = has('dateTime') || has('time') || (has('date') && (has('inTime') || has('outTime')));
    return hasMoment ? null : 'No column has a heading for the date and time.';
  }

  parse({ row, cells, original, problem }: TableRow): SourceRow {
    const refused = (field: string | null, reason: string): SourceRow => ({
      ...{ row, original, marks: [] },
      errors: [{ line: row, field, reason }],
    });
    if (problem !== null) return refused(null, problem);
    const employeeNumber = this.cell(cells, 'employeeNumber');
    if (employeeNumber === '') return refused('employeeNumber', 'The employee number is missing.');
    if (employeeNumber.length > LIMITS.maxEmployeeNumberLength)
      return refused('employeeNumber', 'The employee number is too long.');
    const kind = this.options.ignoreKinds ? 'AUTO' : kindOf(this.cell(cells, 'kind'));
    if (kind === null) return refused('kind', 'Nothing is known by this kind of mark.');
    const moments = this.moments(cells, kind);
    if ('reason' in moments) return refused(moments.field, moments.reason);
    const marks = moments.map(
      (moment): ImportedMark => ({ line: row, employeeNumber, ...moment, ...this.placeOf(cells) }),
    );
    return { row, original, marks, errors: [] };
  }

  private placeOf(cells: readonly string[]) {
    const text = (field: MarkField) => this.cell(cells, field).slice(0, MAX_NAME_LENGTH) || null;
    const [device, site, timeZone] = [text('device'), text('site'), text('timeZone')];
    return { device, site, timeZone, workCode: text('workCode') };
  }

  private moments(
    cells: readonly string[],
    kind: AttendanceKind,
  ): readonly Pick<ImportedMark, 'localDateTime' | 'kind'>[] | Omit<ImportedLineError, 'line'> {
    const [date, inTime, outTime] = [this.cell(cells, 'date'), this.cell(cells, 'inTime'), this.cell(cells, 'outTime')];
    if (inTime === '' && outTime === '') return this.oneMoment(cells, date, kind);
    const day = parseLocalDate(date, this.options.dateFormat);
    if (day === null) return { field: 'date', reason: this.dateReason };
    const [start, end] = [
      inTime === '' ? null : parseLocalTime(inTime),
      outTime === '' ? null : parseLocalTime(outTime),
    ];
    if (inTime !== '' && start === null) return { field: 'inTime', reason: 'There is no such time.' };
    if (outTime !== '' && end === null) return { field: 'outTime', reason: 'There is no such time.' };
    // Out before in: the shift went over midnight.
    const endDay = start !== null && end !== null && end < start ? nextDay(day) : day;
    return [
      ...(start === null ? [] : [{ localDateTime: `${day}T${start}`, kind: 'CHECK_IN' as const }]),
      ...(end === null ? [] : [{ localDateTime: `${endDay}T${end}`, kind: 'CHECK_OUT' as const }]),
    ];
  }

  private oneMoment(cells: readonly string[], date: string, kind: AttendanceKind) {
    const { dateFormat } = this.options;
    const time = this.cell(cells, 'time');
    const whole = this.cell(cells, 'dateTime') || (date === '' ? time : `${datePart(date)} ${timePart(time)}`);
    if (whole.trim() === '') return { field: 'dateTime', reason: 'The time is missing.' };
    const localDateTime = parseLocalDateTime(whole, dateFormat);
    if (localDateTime === null) return { field: 'dateTime', reason: this.dateReason };
    return [{ localDateTime, kind }];
  }

  private get dateReason(): string {
    return this.options.dateFormat === 'ISO'
      ? 'This is no date and time that exists, year first. If the file writes the day or the month first, say so.'
      : 'This is no date and time that exists.';
  }

  private cell(cells: readonly string[], field: MarkField): string {
    const column = this.columns.get(field);
    return column === undefined ? '' : (cells[column] ?? '').trim();
  }
}

/** Spreadsheets put a midnight behind a date and a day zero before a time. */
const datePart = (text: string): string => text.replace(/[T ]00:00(:00)?$/, '');
const timePart = (text: string): string => text.replace(/^(1899-12-3[01]|1900-01-0[01])[T ]/, '');

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
