import { useTranslations } from 'next-intl';
import { Duration } from '../../components/ui/duration';
import { Facts } from '../../components/ui/facts';
import { Moment } from '../../components/ui/moment';
import { Surface } from '../../components/ui/surface';
import type { DayVerdictFragment, DecidedOvertimeFragment } from '../../gql/graphql';
import { DayStatusPill } from '../attendance/day-status-pill';
import { FlagNotes } from '../attendance/flag-notes';
import classes from './day.module.css';
import { DayMarks } from './day-marks';
import { DecideOvertime } from './decide-overtime';
import { TraceSentence } from './trace-sentence';

interface DayVerdictProps {
  readonly day: DayVerdictFragment;
  readonly employee: { readonly id: string; readonly name: string };
  readonly canManage: boolean;
  /** Attempts whose photo may be opened, by the mark that came of them. */
  readonly photos: Readonly<Record<string, string>>;
  /** What was decided about the overtime of this day. Null: nothing. */
  readonly decision: DecidedOvertimeFragment | null;
}

const FREE_DAY = 'free-day';

export function DayVerdict({ day, employee, canManage, photos, decision }: DayVerdictProps) {
  const t = useTranslations('day');
  const time = (at: string) => <Moment at={at} style="time" timeZone={day.timeZone} />;
  const planned =
    day.shiftId === FREE_DAY ? (
      t('noPlan')
    ) : (
      <>
        {time(day.scheduledStartAt)} – {time(day.scheduledEndAt)}
      </>
    );
  return (
    <div className={classes.columns}>
      <Surface title={t('summary')} titleId={`summary-${day.id}`}>
        <Facts
          facts={[
            { label: t('status'), value: <DayStatusPill day={day} /> },
            { label: t('planned'), value: planned },
            { label: t('worked'), value: <Duration minutes={day.workedMinutes} /> },
            { label: t('breaks'), value: <Duration minutes={day.breakMinutes} /> },
            { label: t('late'), value: <Duration minutes={day.lateMinutes} /> },
            { label: t('early'), value: <Duration minutes={day.earlyMinutes} /> },
            { label: t('overtime'), value: <Duration minutes={day.overtimeMinutes} /> },
          ]}
        />
        <p className={classes.notes}>
          <FlagNotes flags={day.flags} isUnderWay={day.status === 'IN_PROGRESS'} />
        </p>
        {canManage && day.overtime.approval !== 'NOT_NEEDED' && (
          <DecideOvertime key={decision?.version ?? 0} day={day} decision={decision} />
        )}
        {day.isFinal && <p className={classes.notes}>{t('locked')}</p>}
      </Surface>
      <Surface title={t('marks')} titleId={`marks-${day.id}`}>
        <DayMarks marks={day.marks} timeZone={day.timeZone} employee={employee} canManage={canManage} photos={photos} />
      </Surface>
      <Surface title={t('trace')} titleId={`trace-${day.id}`}>
        <p className={classes.hint}>{t('traceText')}</p>
        <ol className={classes.trace}>
          {day.trace.map((entry, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule may be applied twice with the same words
            <li key={place} data-rule={entry.rule}>
              <TraceSentence entry={entry} />
            </li>
          ))}
        </ol>
      </Surface>
    </div>
  );
}
