import { assertNever } from '@rollcall/contracts';
import { invalid } from '../input/invalid.js';
import { compareText } from '../order/compare.js';
import { isWithin } from '../time/local-date.js';
import type { Employee } from '../types/calendar.js';
import type { LocalDate } from '../types/primitives.js';
import type { AssignedSchedule, Shift, ShiftAssignment } from '../types/schedule.js';
import { isWorkedOn, positionInCycle } from './pattern.js';

/** A shift that the roster names for a date. */
export interface RosteredShift {
  readonly shift: Shift;
  readonly siteId: string | null;
  /** False: the roster says day off; the shift only tells whose day off it is. */
  readonly isWorked: boolean;
}

interface AssignedShifts {
  readonly worked: readonly Shift[];
  /** Stands for the day off if nothing is worked. */
  readonly reference: Shift | undefined;
}

/** Which shifts one employee has on which date. */
export class Roster {
  readonly #shifts: ReadonlyMap<string, Shift>;
  readonly #assignments: readonly ShiftAssignment[];
  readonly #defaultShiftId: string | null;

  constructor(
    employee: Pick<Employee, 'defaultShiftId'>,
    assignments: readonly ShiftAssignment[],
    shifts: readonly Shift[],
  ) {
    this.#shifts = new Map(shifts.map((shift) => [shift.shiftId, shift]));
    this.#assignments = [...assignments].sort((a, b) => compareText(a.assignmentId, b.assignmentId));
    this.#defaultShiftId = employee.defaultShiftId ?? null;
  }

  /**
   * The shifts worked on the date, earliest first; if assignments cover it but none is worked, one shift as day off;
   * empty without assignment and default shift.
   *
   * @throws DomainError BAD_USER_INPUT if a named shift is not among the shifts
   */
  on(date: LocalDate): readonly RosteredShift[] {
    const covering = this.#assignments.filter(({ from, to }) => isWithin(date, from, to));
    if (covering.length === 0) return this.#defaultOn(date);
    const assigned = covering.map(({ schedule, siteId }) => ({
      ...this.#assigned(schedule, date),
      siteId: siteId ?? null,
    }));
    const worked = assigned.flatMap(({ worked, siteId }) => worked.map((shift) => ({ shift, siteId, isWorked: true })));
    if (worked.length > 0) return worked.sort(byStart);
    const off = assigned.flatMap(({ reference, siteId }) =>
      reference === undefined ? [] : [{ shift: reference, siteId, isWorked: false }],
    );
    return off.sort(byStart).slice(0, 1);
  }

  #defaultOn(date: LocalDate): readonly RosteredShift[] {
    if (this.#defaultShiftId === null) return [];
    const shift = this.#shift(this.#defaultShiftId);
    return [{ shift, siteId: null, isWorked: isWorkedOn(shift.pattern, date) }];
  }

  #assigned(schedule: AssignedSchedule, date: LocalDate): AssignedShifts {
    switch (schedule.kind) {
      case 'SHIFT': {
        const shift = this.#shift(schedule.shiftId);
        return { worked: isWorkedOn(shift.pattern, date) ? [shift] : [], reference: shift };
      }
      case 'ROTATION': {
        const { slots, anchorDate } = schedule;
        const position = positionInCycle(anchorDate, slots.length, date);
        const ids = slots[position] ?? [];
        const lastIds = lastWorkedSlot(slots, position);
        const reference = lastIds === undefined ? undefined : this.#shift(lastIds);
        return { worked: ids.map((id) => this.#shift(id)), reference };
      }
      default:
        return assertNever(schedule);
    }
  }

  #shift(shiftId: string): Shift {
    const shift = this.#shifts.get(shiftId);
    if (shift === undefined) throw invalid('shifts', 'SHIFT_MISSING', `Shift ${shiftId} is assigned but not given.`);
    return shift;
  }
}

/** The last shift of the nearest earlier slot that has one: a day off after nights belongs to the night shift. */
function lastWorkedSlot(slots: readonly (readonly string[])[], position: number): string | undefined {
  for (let back = 0; back < slots.length; back += 1) {
    const id = slots[(position - back + slots.length) % slots.length]?.at(-1);
    if (id !== undefined) return id;
  }
  return undefined;
}

function byStart(a: RosteredShift, b: RosteredShift): number {
  return compareText(a.shift.start, b.shift.start) || compareText(a.shift.shiftId, b.shift.shiftId);
}
