import { momentOfLocalTime, validateMarks } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { type Employee, numberKey, type Site, siteOn } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ImportedMark, SourceRow } from './device-log.types.js';
import type { ResolvedMark } from './imported-event.js';

/** Why a row is not taken: for programs, and for people. */
export interface RowIssue {
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly reason: string;
  readonly original: string;
}

export interface JudgedRow {
  readonly row: number;
  readonly original: string;
  /** None if there is an issue: a row is taken whole or not at all. */
  readonly marks: readonly ResolvedMark[];
  readonly issues: readonly RowIssue[];
}

/** What the rows are judged against; the same for a dry run and the import itself. */
export interface JudgeContext {
  /** By folded number; only people whom the caller may see. */
  readonly employees: ReadonlyMap<string, Employee>;
  readonly sites: readonly Site[];
  readonly isLocked: (workDate: string, siteId: string | null, departmentId: string | null) => boolean;
  /** The site and the zone the caller named for the whole file. */
  readonly site: Site | null;
  readonly timeZone: string | null;
  /** Marks after it, and a little tolerance, are in the future. */
  readonly asOf: Date;
  /** Whatever the file calls its device. */
  readonly deviceId?: string | null;
}

/** Clocks differ; the same tolerance holds for offline kiosks. */
const CLOCK_TOLERANCE_SECONDS = 300;

export function judgeRow(source: SourceRow, context: JudgeContext): JudgedRow {
  const { row, original } = source;
  const issues: RowIssue[] = source.errors.map(({ field, reason }) => ({
    ...{ row, field, reason, original },
    code: 'UNREADABLE',
  }));
  const marks: ResolvedMark[] = [];
  for (const mark of source.marks) {
    const judged = judgeMark(mark, context);
    if ('code' in judged) issues.push({ row, original, ...judged });
    else marks.push(judged);
  }
  return { row, original, issues, marks: issues.length > 0 ? [] : marks };
}

type MarkIssue = Pick<RowIssue, 'field' | 'code' | 'reason'>;

function judgeMark(mark: ImportedMark, context: JudgeContext): ResolvedMark | MarkIssue {
  const employee = findEmployee(mark.employeeNumber, context.employees);
  if (employee === null) return issue('employeeNumber', 'UNKNOWN_NUMBER', 'Nobody has this number.');
  const site = siteOf(mark, employee, context);
  if (site === null) return issue('site', 'UNKNOWN_SITE', 'There is no site of this name.');
  const timeZone = mark.timeZone ?? (mark.site == null ? context.timeZone : null) ?? site.timeZone;
  const at = momentOf(mark.localDateTime, timeZone);
  if (at === null) return issue('timeZone', 'UNKNOWN_TIME_ZONE', 'This is no time zone such as Europe/Berlin.');
  const { joiningDate, leavingDate } = employee;
  const serviceBreaks = employee.serviceBreaks ?? [];
  const check = { employee: { joiningDate, leavingDate, serviceBreaks }, asOf: context.asOf.toISOString() };
  const candidate = { at: at.toISOString(), timeZone };
  const [found] = validateMarks([candidate], { ...check, toleranceSeconds: CLOCK_TOLERANCE_SECONDS }).issues;
  if (found !== undefined) return issue('dateTime', found.code, found.message);
  const localDate = localDateOf(at, timeZone);
  if (context.isLocked(localDate, siteOn(employee, localDate) ?? site.id, employee.departmentId))
    return issue('dateTime', 'DAY_CLOSED', 'This day lies in a finalised period. Reopen the period first.');
  const { deviceId = null } = context;
  return {
    employeeId: employee.id,
    siteId: site.id,
    deviceId,
    timeZone,
    at,
    kind: mark.kind,
    costCentre: mark.workCode,
  };
}

const issue = (field: string, code: string, reason: string): MarkIssue => ({ field, code, reason });

/** Devices pad numbers with zeros: if nobody has `00017`, it is `17`. */
function findEmployee(number: string, employees: ReadonlyMap<string, Employee>): Employee | null {
  const [key, bare] = numberCandidates(number);
  return employees.get(key) ?? (bare === undefined ? null : (employees.get(bare) ?? null));
}

/** The folded number and, for padded digits, the one without zeros in front. */
export function numberCandidates(number: string): readonly [string, ...string[]] {
  const key = numberKey(number);
  return /^0+\d+$/.test(key) ? [key, key.replace(/^0+(?=\d)/, '')] : [key];
}

function siteOf(mark: ImportedMark, employee: Employee, { sites, site }: JudgeContext): Site | null {
  if (mark.site != null) {
    const name = mark.site.trim().toLowerCase();
    return sites.find((one) => one.id === mark.site || one.name.toLowerCase() === name) ?? null;
  }
  // Whoever has moved keeps the former site for former marks.
  const own = siteOn(employee, mark.localDateTime.slice(0, 10));
  return site ?? sites.find((one) => one.id === own) ?? sites[0] ?? null;
}

/** Null: there is no such zone. */
function momentOf(localDateTime: string, timeZone: string): Date | null {
  const seconds = Number(localDateTime.slice(17, 19));
  try {
    if (localDateTime.length > 19) {
      momentOfLocalTime({ date: '2000-01-01', time: '00:00', timeZone });
      return new Date(localDateTime);
    }
    const [date, time] = [localDateTime.slice(0, 10), localDateTime.slice(11, 16)];
    return new Date(Date.parse(momentOfLocalTime({ date, time, timeZone })) + seconds * 1_000);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
