import { LIMITS } from '@rollcall/contracts';
import { parseLocalDateTime } from '../../local-dates/written-date.js';
import type { ImportedLineError, ImportedMark, ParsedMarks } from './device-log.types.js';
import { KIND_BY_STATE } from './mark-kinds.js';

/** Where the columns stand, counted from 0. */
interface Layout {
  readonly device: number | null;
  readonly state: number;
  readonly workCode: number;
}

/** `attlog.dat` as copied to a USB stick: number, time, device, state, verification, work code. */
const FILE_LAYOUT: Layout = { device: 2, state: 3, workCode: 5 };
/** The ATTLOG table of the push protocol (ADMS): number, time, state, verification, work code, reserved … */
const PUSH_LAYOUT: Layout = { device: null, state: 2, workCode: 4 };

export interface ZktecoLogOptions {
  /**
   * Terminals whose users never press a state key write 0 for every mark. Then the state says nothing and the pairing must
   * decide. Default false: the state is taken as it stands.
   */
  readonly ignoreStates?: boolean;
}

/** Reads `attlog.dat`, the log that a terminal writes to a USB stick. Columns are separated by tabs, by some models by spaces. */
export function parseZktecoLogFile(text: string, options: ZktecoLogOptions = {}): ParsedMarks {
  return parse(text, FILE_LAYOUT, options);
}

/** Reads the body of a `POST /iclock/cdata?table=ATTLOG` request of the push protocol. */
export function parseZktecoPush(text: string, options: ZktecoLogOptions = {}): ParsedMarks {
  return parse(text, PUSH_LAYOUT, options);
}

/** One line of `attlog.dat`; `line` is its number. */
export function parseZktecoLogLine(
  content: string,
  line: number,
  options: ZktecoLogOptions = {},
): ImportedMark | ImportedLineError {
  return parseLine(content, line, FILE_LAYOUT, options);
}

/** One line of a pushed ATTLOG table; `line` is its number. */
export function parseZktecoPushLine(content: string, line: number): ImportedMark | ImportedLineError {
  return parseLine(content, line, PUSH_LAYOUT, {});
}

/** Whether a line looks like one of `attlog.dat`: number, date and time, no headings. */
export const isZktecoLogLine = (content: string): boolean =>
  /^\s*[^\s,;]+\s+\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(:\d{2})?(\s+\d+)+\s*$/.test(content);

function parse(text: string, layout: Layout, options: ZktecoLogOptions): ParsedMarks {
  const marks: ImportedMark[] = [];
  const errors: ImportedLineError[] = [];
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    if (content.trim() === '') return;
    const result = parseLine(content, index + 1, layout, options);
    if ('reason' in result) errors.push(result);
    else marks.push(result);
  });
  return { marks, errors };
}

function columnsOf(content: string): readonly string[] {
  if (content.includes('\t')) return content.split('\t').map((column) => column.trim());
  const [number = '', date, time, ...rest] = content.trim().split(/\s+/);
  return time === undefined ? [number] : [number, `${date} ${time}`, ...rest];
}

function parseLine(
  content: string,
  line: number,
  layout: Layout,
  options: ZktecoLogOptions,
): ImportedMark | ImportedLineError {
  const columns = columnsOf(content);
  const [employeeNumber = '', time] = columns;
  if (time === undefined) return { line, field: null, reason: 'The line has no columns separated by tabs.' };
  if (employeeNumber === '') return { line, field: 'employeeNumber', reason: 'The employee number is missing.' };
  if (employeeNumber.length > LIMITS.maxEmployeeNumberLength) {
    return { line, field: 'employeeNumber', reason: 'The employee number is too long.' };
  }
  const localDateTime = parseLocalDateTime(time);
  if (localDateTime === null) return { line, field: 'time', reason: 'The time is not a date and time that exists.' };
  const workCode = columns[layout.workCode] ?? '';
  const device = layout.device === null ? '' : (columns[layout.device] ?? '');
  return {
    line,
    employeeNumber,
    localDateTime,
    kind: options.ignoreStates ? 'AUTO' : (KIND_BY_STATE[columns[layout.state] ?? ''] ?? 'AUTO'),
    workCode: workCode === '' || workCode === '0' ? null : workCode,
    ...(device === '' ? {} : { device }),
  };
}
