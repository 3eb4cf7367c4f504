import { assertNever } from '@rollcall/contracts';
import { IssueList } from '../input/issue-list.js';
import { addDays, assertLocalDate, isWithin, ordinalOf } from '../time/local-date.js';
import type { Employee } from '../types/calendar.js';
import type { LocalDate } from '../types/primitives.js';
import type { AssignedSchedule, Shift, ShiftAssignment } from '../types/schedule.js';
import { plannedSpans, refuseOverlap } from './overlap.js';
import { Roster } from './roster.js';
import { checkShift } from './validate-shift.js';

/** Patterns repeat; cycles that only meet again after more than ten years are checked for ten years. */
const MAX_CHECKED_DAYS = 3_660;

export interface AssignmentsInput {
  readonly employee: Pick<Employee, 'defaultShiftId'>;
  /** All assignments of the one employee, the new one among them. */
  readonly assignments: readonly ShiftAssignment[];
  readonly shifts: readonly Shift[];
}

/**
 * Checks that no two shifts of one employee ever overlap on the clock. Several shifts a day are allowed, and so are
 * assignments whose date ranges overlap, as long as their hours do not.
 *
 * @throws DomainError SHIFT_OVERLAP with `details {date, shiftIds}` (the first date it happens); BAD_USER_INPUT for an
 * id given twice, a reversed range, an unknown shift, a rotation without any shift
 */
export function validateAssignments(input: AssignmentsInput): void {
  const issues = new IssueList();
  for (const [index, shift] of input.shifts.entries()) checkShift(issues, shift, `shifts[${index}].`);
  const known = new Set(input.shifts.map(({ shiftId }) => shiftId));
  const seen = new Set<string>();
  for (const [index, assignment] of input.assignments.entries()) {
    const field = `assignments[${index}]`;
    if (seen.has(assignment.assignmentId)) {
      issues.add(`${field}.assignmentId`, 'DUPLICATE_ID', 'Assignment ids are unique.');
    }
    seen.add(assignment.assignmentId);
    checkRange(issues, field, assignment);
    checkSchedule(issues, `${field}.schedule`, assignment.schedule, known);
  }
  issues.throwIfAny();
  const roster = new Roster(input.employee, input.assignments, input.shifts);
  for (const segment of segmentsOf(input)) refuseOverlapIn(segment, roster);
}

function checkRange(issues: IssueList, field: string, { from, to }: ShiftAssignment): void {
  issues.attempt(() => assertLocalDate(from, `${field}.from`));
  if (to == null) return;
  issues.attempt(() => assertLocalDate(to, `${field}.to`));
  if (to < from) issues.add(`${field}.to`, 'RANGE_REVERSED', 'The assignment ends before it begins.');
}

function checkSchedule(issues: IssueList, field: string, schedule: AssignedSchedule, known: ReadonlySet<string>): void {
  const ids = schedule.kind === 'SHIFT' ? [schedule.shiftId] : schedule.slots.flat();
  for (const id of ids) {
    if (!known.has(id)) issues.add(field, 'SHIFT_MISSING', `There is no shift ${id}.`);
  }
  if (schedule.kind === 'SHIFT') return;
  issues.attempt(() => assertLocalDate(schedule.anchorDate, `${field}.anchorDate`));
  if (ids.length === 0) issues.add(`${field}.slots`, 'NO_WORKING_DAY', 'At least one day must be worked.');
}

/** A stretch of dates that the same assignments cover. */
interface Segment {
  readonly from: LocalDate;
  readonly days: number;
}

function segmentsOf({ employee, assignments, shifts }: AssignmentsInput): readonly Segment[] {
  const shiftOf = new Map(shifts.map((shift) => [shift.shiftId, shift]));
  const starts = assignments.flatMap(({ from, to }) => (to == null ? [from] : [from, addDays(to, 1)]));
  const sorted = [...new Set(starts)].sort();
  return sorted.map((from, index) => {
    const covering = assignments.filter((assignment) => isWithin(from, assignment.from, assignment.to));
    const fallback = shiftOf.get(employee.defaultShiftId ?? '');
    const cycles = covering.map(({ schedule }) => cycleDays(schedule, shiftOf));
    const period = [...cycles, cycleOf(fallback)].reduce(leastCommonMultiple, 1);
    const next = sorted[index + 1];
    const length = next === undefined ? MAX_CHECKED_DAYS : ordinalOf(next) - ordinalOf(from);
    return { from, days: Math.min(period + 1, length, MAX_CHECKED_DAYS) };
  });
}

function cycleDays(schedule: AssignedSchedule, shiftOf: ReadonlyMap<string, Shift>): number {
  switch (schedule.kind) {
    case 'SHIFT':
      return cycleOf(shiftOf.get(schedule.shiftId));
    case 'ROTATION':
      return schedule.slots.length;
    default:
      return assertNever(schedule);
  }
}

function cycleOf(shift: Shift | undefined): number {
  if (shift?.pattern?.kind === 'WEEKLY') return 7;
  return shift?.pattern?.kind === 'CYCLE' ? shift.pattern.lengthDays : 1;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function refuseOverlapIn({ from, days }: Segment, roster: Roster): void {
  let before = plannedSpans(addDays(from, -1), roster.on(addDays(from, -1)));
  for (let offset = 0; offset < days; offset += 1) {
    const date = addDays(from, offset);
    const spans = plannedSpans(date, roster.on(date));
    refuseOverlap(before, spans);
    before = spans;
  }
}
