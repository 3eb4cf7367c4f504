'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Person } from '../../components/ui/person';
import type { DayPlace } from './day-at-point';
import { DayCell } from './day-cell';
import { DragGhost } from './drag-ghost';
import type { RosterView } from './load-roster';
import { PlanDialog } from './plan-dialog';
import classes from './roster.module.css';
import { RosterHead } from './roster-head';
import { type RosterDrag, useRosterDrag } from './use-roster-drag';
import { useShiftMoves } from './use-shift-moves';
import { WrongMove } from './wrong-move';

const HUES = 6;

interface RosterGridProps {
  readonly view: RosterView;
  readonly today: string;
  readonly canPlan: boolean;
}

/** People down, days across. A press on a day plans it; a shift is dragged to another day, and days are dragged over. */
export function RosterGrid({ view, today, canPlan }: RosterGridProps) {
  const { dates, weeks, shifts } = view;
  const t = useTranslations();
  const [chosen, choose] = useState<{ personId: string; from: string; to: string } | null>(null);
  const moves = useShiftMoves();
  const { drag, ghost, begin } = useRosterDrag({ onShift: drop, onDays: choose });
  const weekOf = (personId: string | undefined) => weeks.find(({ person }) => person.id === personId);
  const week = weekOf(chosen?.personId);
  const hueOf = (shiftId: string) => shifts.findIndex(({ id }) => id === shiftId) % HUES;

  async function drop({ shiftId, from, isCopy }: Extract<RosterDrag, { kind: 'SHIFT' }>, to: DayPlace) {
    const [giver, taker] = [weekOf(from.personId), weekOf(to.personId)];
    const shift = giver?.days.find(({ date }) => date === from.date)?.shifts.find(({ id }) => id === shiftId);
    if (!giver || !taker || !shift || (from.personId === to.personId && from.date === to.date)) return;
    const move = { shift, from: { ...from, person: giver.person }, to: { ...to, person: taker.person } };
    await (isCopy ? moves.copy(move) : moves.move(move));
  }

  return (
    <>
      {canPlan && <p className={classes.dragHint}>{t('roster.dragHint')}</p>}
      <WrongMove text={moves.problemText} onClose={moves.clear} closeLabel={t('common.close')} />
      <section
        className={classes.scroller}
        aria-label={t('roster.table')}
        aria-busy={moves.isBusy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onPointerDown={canPlan ? begin : undefined}
      >
        <table className={drag === null ? classes.grid : `${classes.grid} ${classes.dragging}`}>
          <RosterHead dates={dates} today={today} />
          <tbody>
            {weeks.map(({ person, days }) => (
              <tr key={person.id}>
                <th scope="row">
                  <Person name={person.name} number={person.number} href={`/employees/${person.id}`} />
                </th>
                {days.map((day) => (
                  <td
                    key={day.date}
                    data-person={person.id}
                    data-date={day.date}
                    data-today={day.date === today || undefined}
                    data-over={isOver(drag, person.id, day.date) || undefined}
                  >
                    <DayCell
                      day={day}
                      name={person.name}
                      hueOf={hueOf}
                      onOpen={canPlan ? () => choose({ personId: person.id, from: day.date, to: day.date }) : null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {drag && <DragGhost drag={drag} view={view} place={ghost} />}
      {week && chosen && (
        <PlanDialog view={view} week={week} from={chosen.from} to={chosen.to} onClose={() => choose(null)} />
      )}
    </>
  );
}

/** Whether what is dragged would land on the day. */
function isOver(drag: RosterDrag | null, personId: string, date: string): boolean {
  if (drag === null) return false;
  if (drag.kind === 'SHIFT') return drag.to?.personId === personId && drag.to.date === date;
  return drag.personId === personId && drag.from <= date && date <= drag.to;
}
