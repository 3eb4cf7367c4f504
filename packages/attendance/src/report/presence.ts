import { compareText } from '../order/compare.js';
import { MS_PER_MINUTE } from '../time/duration.js';
import { parseInstant } from '../time/instant.js';
import type { DayRecord, OffShiftMark } from '../types/day-record.js';
import type { IsoInstant } from '../types/primitives.js';
import type { Presence, PresenceCounts, PresenceRow, PresenceState, ReportPerson } from '../types/report.js';
import { homeTime } from './home-time.js';
import { byNumber, peopleById, personOf } from './people.js';

export interface PresenceInput {
  readonly people: readonly ReportPerson[];
  /** Records built at `asOf`, from two days before it on. */
  readonly records: readonly DayRecord[];
  readonly offShift: readonly OffShiftMark[];
  readonly asOf: IsoInstant;
  /** Marks off shift and forgotten outs older than this no longer make anyone unsure. Default 720. */
  readonly unsureForMinutes?: number;
}

const DEFAULT_UNSURE_FOR_MINUTES = 720;

interface LastSeen {
  readonly state: PresenceState | 'OUT';
  readonly ms: number;
  readonly at: IsoInstant;
  readonly siteId: string | null;
  readonly shiftId: string | null;
}

/**
 * Who is in at `asOf`: the headcount and the list for an evacuation. It errs towards naming people: someone whose shift's
 * window has closed over an open check-in, or who marked in off shift, is listed as unsure, not left out.
 *
 * @throws DomainError BAD_USER_INPUT if a record or mark is about someone who is not among the people
 */
export function buildPresence(input: PresenceInput): Presence {
  const known = peopleById(input.people);
  const sinceMs =
    parseInstant(input.asOf, 'asOf') - (input.unsureForMinutes ?? DEFAULT_UNSURE_FOR_MINUTES) * MS_PER_MINUTE;
  const last = new Map<string, LastSeen>();
  const see = (employeeId: string, seen: LastSeen | null) => {
    const before = last.get(employeeId);
    if (seen !== null && (before === undefined || seen.ms > before.ms)) last.set(employeeId, seen);
  };
  for (const record of input.records) see(record.employeeId, seenByRecord(record, sinceMs));
  for (const [employeeId, marks] of marksByPerson(input.offShift)) see(employeeId, seenOffShift(marks, sinceMs));
  const rows = [...last.entries()]
    .flatMap(([employeeId, seen]) => toRow(personOf(known, employeeId), seen))
    .sort((a, b) => compareText(a.siteId ?? '', b.siteId ?? '') || byNumber(a.person, b.person));
  const siteIds = [...new Set(rows.map(({ siteId }) => siteId))];
  const bySite = siteIds.map((siteId) => ({ siteId, ...countPresence(rows.filter((row) => row.siteId === siteId)) }));
  return { rows, totals: countPresence(rows), bySite };
}

function seenByRecord(record: DayRecord, sinceMs: number): LastSeen | null {
  const mark = record.marks.filter(({ role }) => role !== 'DOUBLE_TAP').at(-1);
  if (mark === undefined) return null;
  const ms = parseInstant(mark.at, 'records');
  const seen = { ms, at: mark.at, siteId: mark.siteId ?? record.siteId, shiftId: record.shiftId };
  if (record.closure === 'OPEN') return { ...seen, state: record.presence };
  const isForgotten = record.flags.includes('OPEN_CHECK_IN') || record.isAutoClosed;
  return { ...seen, state: isForgotten && ms >= sinceMs ? 'UNSURE' : 'OUT' };
}

/** Off shift nothing is paired: an explicit kind is believed, otherwise an odd number of marks leaves someone in. */
function seenOffShift(marks: readonly OffShiftMark[], sinceMs: number): LastSeen | null {
  const recent = marks
    .map((mark) => ({ mark, ms: parseInstant(mark.at, 'offShift') }))
    .filter(({ mark, ms }) => ms >= sinceMs && mark.reason !== 'IN_FUTURE')
    .sort((a, b) => a.ms - b.ms);
  const last = recent.at(-1);
  if (last === undefined) return null;
  const { at, siteId, kind } = last.mark;
  const hasLeft = kind === 'CHECK_OUT' || (kind === 'AUTO' && recent.length % 2 === 0);
  return { ms: last.ms, at, siteId, shiftId: null, state: hasLeft ? 'OUT' : 'UNSURE' };
}

function marksByPerson(marks: readonly OffShiftMark[]): ReadonlyMap<string, readonly OffShiftMark[]> {
  const groups = new Map<string, OffShiftMark[]>();
  for (const mark of marks) groups.set(mark.employeeId, [...(groups.get(mark.employeeId) ?? []), mark]);
  return groups;
}

function toRow(person: ReportPerson, { state, at, siteId, shiftId }: LastSeen): readonly PresenceRow[] {
  if (state === 'OUT') return [];
  return [{ person, state, siteId, sinceAt: at, sinceLocal: homeTime(at, person.homeTimeZone), shiftId }];
}

/** How many of these people are in, on a break, or may not have left. */
export function countPresence(rows: readonly PresenceRow[]): PresenceCounts {
  const countOf = (state: PresenceState) => rows.filter((row) => row.state === state).length;
  return { inCount: countOf('IN'), onBreakCount: countOf('ON_BREAK'), unsureCount: countOf('UNSURE') };
}
