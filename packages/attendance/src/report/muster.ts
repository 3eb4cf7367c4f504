import { inDayOrder } from '../order/compare.js';
import { datesBetween } from '../time/local-date.js';
import type { DayRecord } from '../types/day-record.js';
import type { LocalDate } from '../types/primitives.js';
import type { DayReportInput, Muster, MusterCell, MusterRow, ReportPerson } from '../types/report.js';
import { byNumber, isInFilter, peopleById, personOf } from './people.js';
import { countStatuses } from './totals.js';

export interface MusterInput extends DayReportInput {
  readonly from: LocalDate;
  /** Inclusive. */
  readonly to: LocalDate;
}

/**
 * The grid of employees and dates, usually a month. People without a record in the range have no row.
 *
 * @throws DomainError BAD_USER_INPUT if a record is about someone who is not among the people
 */
export function buildMuster({ people, records, filter = {}, from, to }: MusterInput): Muster {
  const known = peopleById(people);
  const dates = datesBetween(from, to);
  const inRange = { ...filter, from, to };
  const wanted = records.filter((record) => isInFilter(record, personOf(known, record.employeeId), inRange));
  const byPerson = groupByPerson(wanted);
  const rows = [...byPerson.keys()]
    .map((employeeId) => personOf(known, employeeId))
    .sort(byNumber)
    .map((person) => musterRow(person, byPerson.get(person.employeeId) ?? [], dates));
  return {
    dates,
    rows,
    totals: {
      daysByStatus: countStatuses(wanted),
      workedMinutes: rows.reduce((sum, row) => sum + row.workedMinutes, 0),
      byDate: dates.map((date) => countStatuses(wanted.filter(({ workDate }) => workDate === date))),
    },
  };
}

function groupByPerson(records: readonly DayRecord[]): ReadonlyMap<string, readonly DayRecord[]> {
  const groups = new Map<string, DayRecord[]>();
  for (const record of records) {
    const group = groups.get(record.employeeId);
    if (group === undefined) groups.set(record.employeeId, [record]);
    else group.push(record);
  }
  return groups;
}

function musterRow(person: ReportPerson, records: readonly DayRecord[], dates: readonly LocalDate[]): MusterRow {
  const ordered = [...records].sort(inDayOrder);
  const byDate = new Map<LocalDate, DayRecord[]>();
  for (const record of ordered) byDate.set(record.workDate, [...(byDate.get(record.workDate) ?? []), record]);
  const cells = dates.map((date) => cellOf(date, byDate.get(date) ?? []));
  const workedMinutes = cells.reduce((sum, cell) => sum + (cell?.workedMinutes ?? 0), 0);
  return { person, cells, daysByStatus: countStatuses(records), workedMinutes };
}

function cellOf(workDate: LocalDate, records: readonly DayRecord[]): MusterCell | null {
  if (records.length === 0) return null;
  return {
    workDate,
    statuses: records.map(({ status }) => status),
    workedMinutes: records.reduce((sum, record) => sum + record.workedMinutes, 0),
    isFinal: records.every(({ isFinal }) => isFinal),
  };
}
