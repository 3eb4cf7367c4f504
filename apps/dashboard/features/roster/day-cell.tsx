import { useFormatter, useTranslations } from 'next-intl';
import type { PlannedDay } from './planned-week';
import classes from './roster.module.css';

interface DayCellProps {
  readonly day: PlannedDay;
  readonly name: string;
  /** The place of a shift among all of them: it decides about its colour. */
  readonly hueOf: (shiftId: string) => number;
  /** Null: nothing can be planned. */
  readonly onOpen: (() => void) | null;
}

/** One day of one person: what is planned, and why it may not be worked. */
export function DayCell({ day, name, hueOf, onOpen }: DayCellProps) {
  const t = useTranslations('roster');
  const format = useFormatter();
  const date = format.dateTime(new Date(`${day.date}T00:00:00Z`), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  const isFree = day.leave !== null || day.holiday !== null || day.isWeeklyOff;
  const content = (
    <>
      {day.leave !== null && <span className={classes.leave}>{day.leave}</span>}
      {day.leave === null && day.holiday !== null && <span className={classes.free}>{day.holiday}</span>}
      {day.leave === null && day.holiday === null && day.isWeeklyOff && (
        <span className={classes.free}>{t('weeklyOff')}</span>
      )}
      {day.shifts.map(({ id, name: shift, start, end }) => (
        <span key={id} className={classes.shift} data-shift={id} data-hue={hueOf(id)} data-quiet={isFree || undefined}>
          <span className={classes.shiftName} dir="auto">
            {shift}
          </span>
          <span className="tabular">
            {start}–{end}
          </span>
        </span>
      ))}
      {!isFree && day.shifts.length === 0 && (
        <span className={classes.nothing}>{day.isDayOff ? t('dayOff') : t('notPlanned')}</span>
      )}
    </>
  );
  if (onOpen === null) return <div className={classes.cell}>{content}</div>;
  return (
    <button type="button" className={classes.cell} aria-label={t('planNamed', { name, date })} onClick={onOpen}>
      {content}
    </button>
  );
}
