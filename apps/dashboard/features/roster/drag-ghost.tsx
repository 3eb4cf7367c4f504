import { useFormatter, useTranslations } from 'next-intl';
import type { RefCallback } from 'react';
import { createPortal } from 'react-dom';
import type { RosterView } from './load-roster';
import classes from './roster.module.css';
import type { RosterDrag } from './use-roster-drag';

interface DragGhostProps {
  readonly drag: RosterDrag;
  readonly view: RosterView;
  readonly place: RefCallback<HTMLElement>;
}

/** Beside the pointer: what would happen if it were let go here. Whoever sees no pointer has the dialog. */
export function DragGhost({ drag, view, place }: DragGhostProps) {
  const t = useTranslations('roster');
  const format = useFormatter();
  const dateOf = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), {
      ...{ weekday: 'short', day: 'numeric', month: 'short' },
      timeZone: 'UTC',
    });
  return createPortal(
    <div ref={place} className={classes.ghost} aria-hidden="true">
      <div className={classes.ghostCard}>{words()}</div>
    </div>,
    document.body,
  );

  function words() {
    if (drag.kind === 'DAYS') return t('dragDays', { from: dateOf(drag.from), to: dateOf(drag.to) });
    const shift = view.shifts.find(({ id }) => id === drag.shiftId)?.name ?? '';
    const person = view.weeks.find((week) => week.person.id === drag.to?.personId)?.person;
    if (!drag.to || !person) return shift;
    const where = { shift, name: person.name, date: dateOf(drag.to.date) };
    return drag.isCopy ? t('dragCopy', where) : t('dragMove', where);
  }
}
