import type { DbSession, Employee, RosterSchedule, Shift, ShiftAssignment } from '@rollcall/db';
import type { ServiceContext } from '../../services/service-context.js';
import { cutOf, piecesOf } from './cut-assignment.js';
import { scheduleOfDay, withoutDay } from './day-of-assignment.js';
import { offEntryOf, usualShiftOff } from './usual-shift-off.js';

export interface DayMove {
  /** Null: it is the giver's usual shift. */
  readonly former: ShiftAssignment | null;
  readonly giver: Employee;
  readonly taker: Employee;
  readonly shift: Shift;
  readonly date: string;
  readonly toDate: string;
}

/** Writes what a move changes in the assignments; the caller has checked that it may, and judges the days anew. */
export class MovedDay {
  constructor(private readonly context: ServiceContext) {}

  async write(move: DayMove, session: DbSession): Promise<ShiftAssignment> {
    const back = await this.moveBack(move, session);
    if (back !== null) return back;
    const { former, giver, taker, shift, date, toDate } = move;
    const { db, now, newId } = this.context;
    const at = now();
    const made = { siteId: former?.siteId ?? null, createdAt: at, updatedAt: at };
    const day = { employeeId: taker.id, from: toDate, to: toDate, schedule: scheduleOfDay(shift, toDate) };
    if (former === null) {
      const off = { id: newId(), employeeId: giver.id, from: date, to: date, schedule: usualShiftOff(shift.id, date) };
      await db.shiftAssignments.insert({ ...off, ...made, cutFrom: null }, { session });
      return db.shiftAssignments.insert({ id: newId(), ...day, ...made, cutFrom: null }, { session });
    }
    const { id, version } = former;
    const [first, ...rest] = withoutDay(former, date, shift.id);
    const cutFrom = former.cutFrom ?? cutOf(former, date);
    // Nothing is left of it: the assignment itself moves.
    if (first === undefined)
      return db.shiftAssignments.update(id, { ...day, cutFrom }, { version, now: at }, { session });
    await db.shiftAssignments.update(id, first, { version, now: at }, { session });
    for (const piece of rest)
      await db.shiftAssignments.insert({ id: newId(), employeeId: giver.id, ...piece, ...made }, { session });
    return db.shiftAssignments.insert({ id: newId(), ...day, ...made, cutFrom: cutOf(former, date) }, { session });
  }

  /** Null: it does not go back to where it came from, or what it came from was changed since. */
  private async moveBack(
    { former, taker, shift, date, toDate }: DayMove,
    session: DbSession,
  ): Promise<ShiftAssignment | null> {
    if (former === null || withoutDay(former, date, shift.id).length > 0) return null;
    const { db, now } = this.context;
    const ofTaker = await db.shiftAssignments.listByEmployees([taker.id], { session });
    const others = ofTaker.filter(({ id }) => id !== former.id);
    const off = former.siteId === null ? offEntryOf(taker, others, shift, toDate) : null;
    if (off !== null) {
      await db.shiftAssignments.remove(off.id, off.version, { session });
      return db.shiftAssignments.remove(former.id, former.version, { session });
    }
    const { cutFrom } = former;
    const pieces = piecesOf(former, shift.id, { employeeId: taker.id, date: toDate }, others);
    if (cutFrom == null || pieces === null || !(await this.areThere(cutFrom.schedule, session))) return null;
    const { employeeId, from, to, schedule } = cutFrom;
    const [first = former, ...rest] = pieces;
    for (const { id, version } of first === former ? [] : [former, ...rest])
      await db.shiftAssignments.remove(id, version, { session });
    const whole = { employeeId, from, to, schedule, cutFrom: null };
    return db.shiftAssignments.update(first.id, whole, { version: first.version, now: now() }, { session });
  }
  /** Whether the shifts of a schedule are there still: what nobody is planned with may have been removed. */
  private async areThere(schedule: RosterSchedule, session: DbSession): Promise<boolean> {
    const found = new Set((await this.context.db.shifts.listAll({ session })).map(({ id }) => id));
    const ids = schedule.kind === 'SHIFT' ? [schedule.shiftId] : schedule.slots.flat();
    return ids.every((id) => found.has(id));
  }
}
