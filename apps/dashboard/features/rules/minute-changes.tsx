import { useTranslations } from 'next-intl';
import type { DayChangeRowFragment } from '../../gql/graphql';
import classes from './rules.module.css';

const FIELDS = ['workedMinutes', 'breakMinutes', 'lateMinutes', 'earlyMinutes', 'overtimeMinutes'] as const;
const MINUTES_PER_HOUR = 60;

/** Which minutes of a day become which. */
export function MinuteChanges({ changes }: { readonly changes: DayChangeRowFragment['minutes'] }) {
  const t = useTranslations();
  const inWords = (minutes: number | null) =>
    minutes === null
      ? t('common.none')
      : t('common.minutesShort', {
          hours: Math.floor(minutes / MINUTES_PER_HOUR),
          minutes: minutes % MINUTES_PER_HOUR,
        });
  if (changes.length === 0) return t('rules.onlyNotes');
  return (
    <ul className={classes.changes}>
      {FIELDS.map((name) => {
        const change = changes.find(({ field }) => field === name);
        if (change === undefined) return null;
        return (
          <li key={name}>
            <span className={classes.was}>{t(`rules.minutes.${name}`)}</span>{' '}
            {t('rules.fromTo', { before: inWords(change.before), after: inWords(change.after) })}
          </li>
        );
      })}
    </ul>
  );
}
