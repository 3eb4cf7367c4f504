import { isDeepStrictEqual } from 'node:util';
import type { CutAssignment, ShiftAssignment } from '@rollcall/db';
import { withoutDay } from './day-of-assignment.js';

type Piece = Pick<ShiftAssignment, 'from' | 'to' | 'schedule'>;

const planOf = ({ from, to, schedule }: Piece): Piece => ({ from, to, schedule });

/** What an assignment was before `date` is taken out of it. */
export function cutOf({ id, employeeId, from, to, schedule }: ShiftAssignment, date: string): CutAssignment {
  return { id, employeeId, date, from, to, schedule };
}

/**
 * The pieces that are left of what a moved shift was taken out of, the one with its id first.
 *
 * @param assignments of the person it was taken from, without the moved shift itself
 * @returns null if it was not taken from this person and date, or if somebody changed a piece since
 */
export function piecesOf(
  moved: ShiftAssignment,
  shiftId: string,
  to: { readonly employeeId: string; readonly date: string },
  assignments: readonly ShiftAssignment[],
): readonly ShiftAssignment[] | null {
  const { cutFrom, siteId } = moved;
  if (cutFrom == null || cutFrom.employeeId !== to.employeeId || cutFrom.date !== to.date) return null;
  const expected = withoutDay(cutFrom, cutFrom.date, shiftId);
  const own = assignments.filter((one) => one.employeeId === to.employeeId && one.siteId === siteId);
  const found = expected.map((piece, place) =>
    own.find((one) => (place > 0 || one.id === cutFrom.id) && isDeepStrictEqual(planOf(one), planOf(piece))),
  );
  return found.every((one) => one !== undefined) ? found : null;
}
