import type { Employee, Leave, OvertimeDecision } from '@rollcall/db';
import type { DateRange } from '../../local-dates/date-range.js';
import { NO_END, outsideOf } from '../../local-dates/date-spans.js';

/** One record of a person, and the first day of work it knows of. */
export interface PersonRecord {
  readonly employee: Employee;
  readonly firstDay: string;
}

/** When this record says that the person worked here, earliest first. */
export function employedSpans({ employee, firstDay }: PersonRecord): readonly DateRange[] {
  const range = { from: firstDay, to: employee.leavingDate ?? NO_END };
  return range.from > range.to ? [] : outsideOf(range, employee.serviceBreaks ?? []);
}

/** When a person worked here by all records together: what lies between them is a break. */
export function carriedEmployment(kept: PersonRecord, seconds: readonly PersonRecord[]) {
  const spans = [kept, ...seconds].flatMap(employedSpans).sort((a, b) => (a.from < b.from ? -1 : 1));
  const joiningDate = spans[0]?.from ?? kept.firstDay;
  const range = { from: joiningDate, to: kept.employee.leavingDate ?? NO_END };
  return { joiningDate, serviceBreaks: outsideOf(range, spans) };
}

/** Leave of second records on days on which the record that stays has none of its own. */
export function carriedLeaves(own: readonly Leave[], ofSeconds: readonly Leave[]): readonly Leave[] {
  const carried: Leave[] = [];
  for (const leave of ofSeconds) {
    const isSame = ({ portion }: Leave) => portion === 'FULL' || leave.portion === 'FULL' || portion === leave.portion;
    carried.push(...outsideOf(leave, [...own, ...carried].filter(isSame)).map((range) => ({ ...leave, ...range })));
  }
  return carried;
}

/** Decisions about the overtime of second records where the record that stays has none for that date and shift. */
export function carriedOvertime(
  own: readonly OvertimeDecision[],
  ofSeconds: readonly OvertimeDecision[],
): readonly OvertimeDecision[] {
  const keyOf = ({ workDate, shiftId }: OvertimeDecision) => `${workDate}:${shiftId}`;
  const found = new Set(own.map(keyOf));
  return ofSeconds.filter((decision) => {
    const isNew = !found.has(keyOf(decision));
    found.add(keyOf(decision));
    return isNew;
  });
}
