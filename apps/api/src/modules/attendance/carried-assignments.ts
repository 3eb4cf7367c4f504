import { type Employee, type ShiftAssignment, siteOn } from '@rollcall/db';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import { insideOf, NO_END, outsideOf } from '../../local-dates/date-spans.js';
import { employedSpans, type PersonRecord } from './carried-terms.js';

/**
 * The shifts of second records, as far as the record that stays leaves the dates open: its own assignments come first, and on
 * the days it was employed its own default shift. What is of a time that only the second record knows was worked at its site.
 */
export function carriedAssignments(
  kept: PersonRecord,
  own: readonly ShiftAssignment[],
  seconds: readonly PersonRecord[],
  ofSeconds: readonly ShiftAssignment[],
): readonly ShiftAssignment[] {
  const employed = employedSpans(kept);
  const carried: ShiftAssignment[] = [];
  for (const second of seconds) {
    const assigned = ofSeconds.filter(({ employeeId }) => employeeId === second.employee.id);
    const taken = [...own, ...carried].map(rangeOf);
    const there = employedSpans(second);
    const piecesBeside = (one: ShiftAssignment, beside: readonly DateRange[]) => {
      const open = insideOf(rangeOf(one), there).flatMap((range) => outsideOf(range, beside));
      return piecesOf(one, open, second.employee, employed);
    };
    carried.push(...assigned.flatMap((one) => piecesBeside(one, taken)));
    const byDefault = defaultOf(second.employee);
    if (byDefault === null) continue;
    const covered = [...taken, ...assigned.map(rangeOf)];
    const hasOwn = kept.employee.defaultShiftId !== null;
    carried.push(...piecesBeside(byDefault, hasOwn ? [...covered, ...employed] : covered));
  }
  return carried;
}

const rangeOf = ({ from, to }: Pick<ShiftAssignment, 'from' | 'to'>): DateRange => ({ from, to: to ?? NO_END });

/** The default shift of a second record in the shape of an assignment. */
function defaultOf({ id, defaultShiftId, createdAt, updatedAt }: Employee): ShiftAssignment | null {
  if (defaultShiftId === null) return null;
  const schedule = { kind: 'SHIFT', shiftId: defaultShiftId } as const;
  return { id, employeeId: id, from: '0000-01-01', to: null, schedule, siteId: null, version: 1, createdAt, updatedAt };
}

/** An assignment on these dates only; the first piece keeps the id. */
function piecesOf(
  assignment: ShiftAssignment,
  ranges: readonly DateRange[],
  second: Employee,
  employed: readonly DateRange[],
): readonly ShiftAssignment[] {
  const pieces = ranges.flatMap((range) => [
    ...outsideOf(range, employed).flatMap((before) => bySite(before, second)),
    ...insideOf(range, employed).map((within) => ({ ...within, siteId: null })),
  ]);
  return pieces.map(({ from, to, siteId }, index) => ({
    ...assignment,
    id: index === 0 ? assignment.id : `${assignment.id}:${from}`,
    from,
    to: to === NO_END ? null : to,
    siteId: assignment.siteId ?? siteId,
  }));
}

/** The range cut where the second record moved to another site. */
function bySite(range: DateRange, second: Employee): readonly (DateRange & { readonly siteId: string | null })[] {
  const isMove = (from: string | null): from is string => from !== null && from > range.from && from <= range.to;
  const starts = [range.from, ...second.siteHistory.map(({ from }) => from).filter(isMove)];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next === undefined ? range.to : addDays(next, -1), siteId: siteOn(second, from) };
  });
}
