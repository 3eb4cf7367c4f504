import type { PersonPlanQuery, RosterQuery, RosterShiftFragment } from '../../gql/graphql';
import { daysBetween, weekdayOf } from '../../lib/time/zoned-day';

export type RosterPerson = RosterQuery['employees']['nodes'][number];
export type PlanAssignment = PersonPlanQuery['shiftAssignments'][number];

/** A shift of one date, and the assignment that names it; null: it is the person's usual shift. */
export interface PlannedShift extends RosterShiftFragment {
  readonly assignment: PlanAssignment | null;
}

/** What the roster says about one person on one date. */
export interface PlannedDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Earliest first. */
  readonly shifts: readonly PlannedShift[];
  /** Somebody planned for the person, and this date is free. */
  readonly isDayOff: boolean;
  readonly holiday: string | null;
  readonly isWeeklyOff: boolean;
  /** The kind of an approved leave. */
  readonly leave: string | null;
}

const covers = (date: string, { from, to }: { readonly from?: string | null; readonly to?: string | null }): boolean =>
  (from == null || from <= date) && (to == null || date <= to);

/** As the rules of the API read a roster: assignments first; without one the default shift. */
export function plannedDay(
  date: string,
  person: Pick<RosterPerson, 'defaultShiftId' | 'site'>,
  plan: PersonPlanQuery,
  roster: Pick<RosterQuery, 'shifts' | 'holidays' | 'weeklyOffs'>,
): PlannedDay {
  const byId = new Map(roster.shifts.map((shift) => [shift.id, shift]));
  const covering = plan.shiftAssignments.filter((assignment) => covers(date, assignment));
  const byDefault = [{ id: person.defaultShiftId, assignment: null }];
  const named = covering.flatMap((one) => namedShiftsOn(one, date).map((id) => ({ id, assignment: one })));
  const shifts = (covering.length > 0 ? named : byDefault)
    .flatMap(({ id, assignment }) => ({ ...byId.get(id ?? ''), assignment }))
    .filter((shift): shift is PlannedShift => shift.id !== undefined)
    .filter((shift) => isRotation(shift.assignment) || isWorkedOn(shift.pattern, date))
    .sort((a, b) => a.start.localeCompare(b.start));
  const isHere = ({ siteId }: { readonly siteId?: string | null }) => siteId == null || siteId === person.site?.id;
  return {
    ...{ date, shifts },
    isDayOff: shifts.length === 0 && (covering.length > 0 || person.defaultShiftId != null),
    holiday: roster.holidays.find((holiday) => holiday.date === date && isHere(holiday))?.name ?? null,
    isWeeklyOff: roster.weeklyOffs.some((off) => isHere(off) && isWeeklyOffOn(off, date)),
    leave: plan.leaves.nodes.find((leave) => covers(date, leave))?.leaveType.name ?? null,
  };
}

const isRotation = (assignment: PlanAssignment | null) => assignment !== null && assignment.shiftId == null;

/** What an assignment names for one of its dates; a shift says itself whether it is worked then. */
export function namedShiftsOn(assignment: PlanAssignment, date: string): readonly string[] {
  const { shiftId, rotationAnchorDate, rotationSlots } = assignment;
  if (shiftId != null) return [shiftId];
  return rotationSlots[positionIn(rotationAnchorDate ?? date, rotationSlots.length, date)] ?? [];
}

/** As the shift's own pattern says; a rotation names its days itself. */
export function isWorkedOn(pattern: RosterShiftFragment['pattern'], date: string): boolean {
  const { kind, weekdays, anchorDate, lengthDays, workDays } = pattern;
  if (kind === 'WEEKLY') return weekdays.includes(weekdayOf(date));
  if (kind === 'CYCLE') return workDays.includes(positionIn(anchorDate ?? date, lengthDays ?? 1, date));
  return true;
}

/** 0 on the anchor date; dates before it wrap too. */
function positionIn(anchorDate: string, lengthDays: number, date: string): number {
  return ((daysBetween(anchorDate, date) % lengthDays) + lengthDays) % lengthDays;
}

type WeeklyOff = RosterQuery['weeklyOffs'][number];

function isWeeklyOffOn(off: WeeklyOff, date: string): boolean {
  const weekOfMonth = Math.ceil(Number(date.slice(8)) / 7);
  const isItsWeek = off.weeksOfMonth.length === 0 || off.weeksOfMonth.includes(weekOfMonth);
  return off.weekday === weekdayOf(date) && isItsWeek && covers(date, off);
}
