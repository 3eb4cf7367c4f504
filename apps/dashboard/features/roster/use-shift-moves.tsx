'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { showUndo } from '../../components/ui/undo-toast';
import { AssignShiftDocument, MoveShiftDocument, RemoveShiftAssignmentDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { isWorkedOn, type PlannedShift } from './planned-week';

interface DayOf {
  readonly person: { readonly id: string; readonly name: string };
  readonly date: string;
}

export interface ShiftMove {
  readonly shift: PlannedShift;
  readonly from: DayOf;
  readonly to: DayOf;
}

/** Moves and copies a shift of a day. What was done is told with a way back. */
export function useShiftMoves() {
  const t = useTranslations();
  const format = useFormatter();
  const router = useRouter();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const moveShift = useOperation(MoveShiftDocument);
  const assign = useOperation(AssignShiftDocument);
  const remove = useOperation(RemoveShiftAssignmentDocument);

  const dateOf = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), {
      ...{ weekday: 'short', day: 'numeric', month: 'short' },
      timeZone: 'UTC',
    });
  const wordsOf = ({ shift, to }: ShiftMove) => ({ shift: shift.name, name: to.person.name, date: dateOf(to.date) });

  async function send<R extends { ok: true } | { ok: false; problem: ApiProblem }>(request: Promise<R>): Promise<R> {
    setBusy(true);
    const result = await request;
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) router.refresh();
    return result;
  }

  async function move(what: ShiftMove): Promise<boolean> {
    const { shift, from, to } = what;
    const { assignment } = shift;
    const planned = assignment
      ? { assignmentId: assignment.id, version: assignment.version }
      : { fromEmployeeId: from.person.id };
    const there = { shiftId: shift.id, date: from.date, employeeId: to.person.id, toDate: to.date };
    const result = await send(moveShift.send({ input: { ...planned, ...there } }));
    if (!result.ok) return false;
    const { id: assignmentId, version } = result.data.moveShift;
    const back = { date: to.date, employeeId: from.person.id, toDate: from.date };
    showUndo(t('roster.moved', wordsOf(what)), () =>
      send(moveShift.send({ input: { assignmentId, version, shiftId: shift.id, ...back } })),
    );
    return true;
  }

  async function copy(what: ShiftMove): Promise<boolean> {
    const { shift, to } = what;
    const isUsual = isWorkedOn(shift.pattern, to.date);
    const work = isUsual ? { shiftId: shift.id } : { rotationAnchorDate: to.date, rotationSlots: [[shift.id]] };
    const input = {
      employeeIds: [to.person.id],
      from: to.date,
      to: to.date,
      siteId: shift.assignment?.siteId,
      ...work,
    };
    const result = await send(assign.send({ input }));
    if (!result.ok) return false;
    const made = result.data.assignShift[0];
    showUndo(
      t('roster.copied', wordsOf(what)),
      made && (() => send(remove.send({ id: made.id, version: made.version }))),
    );
    return true;
  }

  const problemText = problem && (problem === 'SHIFT_OVERLAP' ? t('roster.overlap') : t(`error.${problem}`));
  return { move, copy, isBusy, problemText, clear: () => setProblem(null) };
}
