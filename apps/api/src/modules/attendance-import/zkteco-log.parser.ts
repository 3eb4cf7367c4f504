import { type AttendanceKind, LIMITS } from '@rollcall/contracts';
import type { ImportedLineError, ImportedMark, ParsedMarks } from './device-log.types.js';
import { parseLocalDateTime } from './local-date-time.js';

/**
 * Punch states of ZKTeco terminals, as their communication manuals list them: 0 check-in, 1 check-out, 2 break-out (a break
 * begins), 3 break-in (it ends), 4 overtime-in, 5 overtime-out. 255 and everything unknown leaves it to the pairing.
 */
const KIND_BY_STATE: Readonly<Record<string, AttendanceKind>> = {
  '0': 'CHECK_IN',
  '1': 'CHECK_OUT',
  '2': 'BREAK_START',
  '3': 'BREAK_END',
  '4': 'CHECK_IN',
  '5': 'CHECK_OUT',
};

/** Where the columns stand, counted from 0. */
interface Layout {
  readonly state: number;
  readonly workCode: number;
}

/** `attlog.dat` as copied to a USB stick: number, time, device, state, verification, work code. */
const FILE_LAYOUT: Layout = { state: 3, workCode: 5 };
/** The ATTLOG table of the push protocol (ADMS): number, time, state, verification, work code, reserved … */
const PUSH_LAYOUT: Layout = { state: 2, workCode: 4 };

export interface ZktecoLogOptions {
  /**
   * Terminals whose users never press a state key write 0 for every mark. Then the state says nothing and the pairing must
   * decide. Default false: the state is taken as it stands.
   */
  readonly ignoreStates?: boolean;
}

/** Reads `attlog.dat`, the log that a terminal writes to a USB stick. Columns are separated by tabs. */
export function parseZktecoLogFile(text: string, options: ZktecoLogOptions = {}): ParsedMarks {
  return parse(text, FILE_LAYOUT, options);
}

/** Reads the body of a `POST /iclock/cdata?table=ATTLOG` request of the push protocol. */
export function parseZktecoPush(text: string, options: ZktecoLogOptions = {}): ParsedMarks {
  return parse(text, PUSH_LAYOUT, options);
}

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

function parseLine(
  content: string,
  line: number,
  layout: Layout,
  options: ZktecoLogOptions,
): ImportedMark | ImportedLineError {
  const columns = content.split('\t').map((column) => column.trim());
  const [employeeNumber = '', time] = columns;
  if (time === undefined) return { line, field: null, reason: 'The line has no columns separated by tabs.' };
  if (employeeNumber === '') return { line, field: 'employeeNumber', reason: 'The employee number is missing.' };
  if (employeeNumber.length > LIMITS.maxEmployeeNumberLength) {
    return { line, field: 'employeeNumber', reason: 'The employee number is too long.' };
  }
  const localDateTime = parseLocalDateTime(time);
  if (localDateTime === null) return { line, field: 'time', reason: 'The time is not a date and time that exists.' };
  const workCode = columns[layout.workCode] ?? '';
  return {
    line,
    employeeNumber,
    localDateTime,
    kind: options.ignoreStates ? 'AUTO' : (KIND_BY_STATE[columns[layout.state] ?? ''] ?? 'AUTO'),
    workCode: workCode === '' || workCode === '0' ? null : workCode,
  };
}
