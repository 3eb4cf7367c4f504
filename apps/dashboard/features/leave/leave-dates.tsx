import type { DayPortion } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { CalendarDate } from '../../components/ui/moment';
import classes from './leave.module.css';

interface LeaveDatesProps {
  readonly leave: { readonly from: string; readonly to: string; readonly portion: DayPortion };
}

/** The dates of a leave, and which part of each. */
export function LeaveDates({ leave: { from, to, portion } }: LeaveDatesProps) {
  const t = useTranslations('dayPortion');
  return (
    <span>
      <CalendarDate date={from} />
      {from !== to && (
        <>
          {' – '}
          <CalendarDate date={to} />
        </>
      )}
      {portion !== 'FULL' && <span className={classes.note}>{t(portion)}</span>}
    </span>
  );
}
